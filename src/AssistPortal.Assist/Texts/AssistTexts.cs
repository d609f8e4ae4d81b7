namespace AssistPortal.Assist.Texts;

/// <summary>Words of the assist service that pages, mails and calendar entries share.</summary>
public sealed class AssistTexts;
