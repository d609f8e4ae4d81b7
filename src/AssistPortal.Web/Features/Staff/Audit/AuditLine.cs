namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>A field of an entry in words.</summary>
/// <param name="Label">Its name, as the forms have it.</param>
/// <param name="Before">What it was, a line each; nothing of what is told alone.</param>
/// <param name="After">What it is, a line each.</param>
public sealed record AuditLine(string Label, IReadOnlyList<AuditLink> Before, IReadOnlyList<AuditLink> After);
