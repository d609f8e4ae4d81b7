namespace AssistPortal.Trials.Texts;

/// <summary>Words of trials that pages and mails share.</summary>
internal sealed class TrialTexts;
