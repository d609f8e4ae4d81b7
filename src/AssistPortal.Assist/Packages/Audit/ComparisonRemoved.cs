using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>A row of the comparison table is gone.</summary>
[AuditAction("comparison.removed")]
internal sealed record ComparisonRemoved(int RowId, Change<ComparisonDetails> Row) : ComparisonRecord(RowId);
