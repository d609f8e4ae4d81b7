namespace AssistPortal.Assist.Jobs;

/// <summary>Which order of which job.</summary>
internal sealed record JobItemKey(Guid JobId, int Position);
