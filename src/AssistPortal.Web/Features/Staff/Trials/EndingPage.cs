using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Ends of a week on either side.</summary>
/// <param name="Coming">What will be gone, the next first.</param>
/// <param name="Past">What went, the latest first.</param>
/// <param name="Time">Tells moments in the reader's zone.</param>
public sealed record EndingPage(IReadOnlyList<ComingEnd> Coming, IReadOnlyList<PastEnd> Past, OwnTime Time);
