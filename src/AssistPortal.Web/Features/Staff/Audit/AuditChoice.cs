namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>An act or kind of thing that can be chosen.</summary>
/// <param name="Key">As it stands in the trail.</param>
/// <param name="Text">In words.</param>
public sealed record AuditChoice(string Key, string Text);
