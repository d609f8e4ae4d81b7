namespace AssistPortal.Trials.Texts;

/// <summary>Words of the mails that time brings.</summary>
internal sealed class NoticeTexts;
