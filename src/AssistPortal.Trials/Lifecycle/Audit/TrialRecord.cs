using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.Lifecycle.Audit;

/// <summary>An act on a trial.</summary>
internal abstract record TrialRecord(Guid TrialId) : AuditRecord<Trial>($"{TrialId}");
