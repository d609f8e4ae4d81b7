using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>A row of the comparison table is changed.</summary>
[AuditAction("comparison.changed")]
internal sealed record ComparisonChanged(int RowId, Change<ComparisonDetails> Row) : ComparisonRecord(RowId);
