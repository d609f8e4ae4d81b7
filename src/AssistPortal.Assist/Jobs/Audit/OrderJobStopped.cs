using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Jobs.Audit;

/// <summary>Somebody stopped what was not begun of a job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Left">How many orders were left.</param>
[AuditAction("job.stopped")]
internal sealed record OrderJobStopped(Guid JobId, int Left) : OrderJobRecord(JobId);
