namespace AssistPortal.Mail;

/// <summary>The words around every mail's content; the texts stand in <c>Texts/MailTexts*.resx</c>.</summary>
internal sealed class MailTexts;
