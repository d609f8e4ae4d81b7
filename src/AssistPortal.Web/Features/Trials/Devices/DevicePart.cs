using AssistPortal.Trials.Devices;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>One of the devices, with what belongs to it.</summary>
/// <param name="Page">The page on which it stands.</param>
/// <param name="Shipment">With which it came.</param>
/// <param name="Device">The device.</param>
public sealed record DevicePart(DevicesPage Page, Shipment Shipment, Device Device)
{
    /// <summary>Path of the acts on it.</summary>
    public string Path => $"{Page.Path}/{Device.Id}";

    /// <summary>Whether the label's form was sent for it, and is shown again.</summary>
    public bool IsTyped => Page.LabelFor == Device.Id;

    /// <summary>Whether it is the one that is sent along.</summary>
    public bool IsKept => Page.KeptLabel == Device.Id;
}
