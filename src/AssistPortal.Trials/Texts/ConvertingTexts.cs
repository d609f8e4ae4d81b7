namespace AssistPortal.Trials.Texts;

/// <summary>Words of conversions, and of the mails about them and the guide.</summary>
internal sealed class ConvertingTexts;
