using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Jobs.Audit;

/// <summary>An act on a job.</summary>
internal abstract record OrderJobRecord(Guid JobId) : AuditRecord<OrderJob>($"{JobId}");
