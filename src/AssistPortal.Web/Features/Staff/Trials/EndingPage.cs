using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Ends of a week on either side.</summary>
/// <param name="Coming">What will be gone, the next first.</param>
/// <param name="Past">What went, the latest first.</param>
/// <param name="Time">Tells moments in the reader's zone.</param>
public sealed record EndingPage(IReadOnlyList<ComingEnd> Coming, IReadOnlyList<PastEnd> Past, OwnTime Time);

/// <summary>A trial whose cut-off is near.</summary>
public sealed record ComingEnd(Trial Trial, string PartnerName);

/// <summary>A trial that has ended, with what went.</summary>
public sealed record PastEnd(Trial Trial, string PartnerName, Tombstone Stone);
