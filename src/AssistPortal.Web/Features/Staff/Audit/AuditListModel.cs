namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>A page of the audit trail.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="HasOlder">Whether there is a page after.</param>
public sealed record AuditListModel(IReadOnlyList<AuditRow> Rows, bool HasOlder);
