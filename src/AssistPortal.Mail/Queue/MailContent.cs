namespace AssistPortal.Mail.Queue;

/// <summary>The rendered parts of one mail.</summary>
internal sealed record MailContent(string Text, string Html, string? Calendar);
