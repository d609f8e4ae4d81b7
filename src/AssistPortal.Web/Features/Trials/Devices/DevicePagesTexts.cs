namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>Texts of the pages of devices and shipment questions.</summary>
public sealed class DevicePagesTexts;
