namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Words of the audit trail.</summary>
public sealed class AuditTexts;
