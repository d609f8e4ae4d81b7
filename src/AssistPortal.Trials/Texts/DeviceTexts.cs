namespace AssistPortal.Trials.Texts;

/// <summary>Words of devices, shipments and requests that pages and mails share.</summary>
internal sealed class DeviceTexts;
