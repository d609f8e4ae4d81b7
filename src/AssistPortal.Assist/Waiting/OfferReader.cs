using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Assist.Waiting;

/// <summary>Whom a time is offered, and what the mail says it is for.</summary>
internal sealed record OfferReader(PortalUser Host, Site Site, ServicePackage Package);
