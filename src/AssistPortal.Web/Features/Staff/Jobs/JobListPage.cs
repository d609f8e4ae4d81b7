using AssistPortal.Assist.Jobs;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>The last jobs.</summary>
/// <param name="Jobs">Newest first, each with how far it is.</param>
/// <param name="People">Whose they are.</param>
/// <param name="Time">The reader's time.</param>
public sealed record JobListPage(
    IReadOnlyList<(OrderJob Job, JobCounts Counts)> Jobs, IReadOnlyDictionary<Guid, string> People, OwnTime Time);
