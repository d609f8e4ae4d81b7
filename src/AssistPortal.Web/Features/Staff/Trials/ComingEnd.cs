using AssistPortal.Trials.Lifecycle;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A trial whose cut-off is near.</summary>
public sealed record ComingEnd(Trial Trial, string PartnerName);
