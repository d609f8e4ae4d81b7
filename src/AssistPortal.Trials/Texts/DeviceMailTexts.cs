namespace AssistPortal.Trials.Texts;

/// <summary>Texts of mails about devices and requests to the help desk.</summary>
internal sealed class DeviceMailTexts;
