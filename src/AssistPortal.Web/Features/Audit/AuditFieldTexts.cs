namespace AssistPortal.Web.Features.Audit;

/// <summary>Words of what acts tell: names of fields, as the forms have them, and values.</summary>
public sealed class AuditFieldTexts;
