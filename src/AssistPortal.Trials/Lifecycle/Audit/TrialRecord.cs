using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.Lifecycle.Audit;

/// <summary>An act on a trial.</summary>
public abstract record TrialRecord(Guid TrialId) : AuditRecord<Trial>($"{TrialId}");
