namespace AssistPortal.Web.Features.Audit;

/// <summary>Words of the audit trail.</summary>
public sealed class AuditTexts;
