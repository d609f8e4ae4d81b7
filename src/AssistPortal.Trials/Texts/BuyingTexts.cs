namespace AssistPortal.Trials.Texts;

/// <summary>Words of mails about wishes to buy.</summary>
internal sealed class BuyingTexts;
