using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A trial that has ended, with what went.</summary>
public sealed record PastEnd(Trial Trial, string PartnerName, Tombstone Stone);
