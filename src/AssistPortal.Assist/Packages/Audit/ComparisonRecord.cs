using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>An act on a row of the comparison table.</summary>
internal abstract record ComparisonRecord(int RowId) : AuditRecord<ComparisonRow>($"{RowId}");
