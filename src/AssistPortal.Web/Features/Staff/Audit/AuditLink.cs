namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>A part of a value in words.</summary>
/// <param name="Text">The words.</param>
/// <param name="Path">The page of what they name; null where there is none, or not for whoever reads it.</param>
public sealed record AuditLink(string Text, string? Path = null);
