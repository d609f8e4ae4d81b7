using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;

namespace AssistPortal.Web.Features.Waiting;

/// <summary>A time that is held for the host.</summary>
public sealed record OfferPage(WaitingWish Wish, ServicePackage Package, Site Site);
