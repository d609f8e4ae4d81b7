using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>The comparison table has one more row.</summary>
[AuditAction("comparison.added")]
internal sealed record ComparisonAdded(int RowId, Change<ComparisonDetails> Row) : ComparisonRecord(RowId);
