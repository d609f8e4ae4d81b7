using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Texts;

/// <summary>Devices, shipments and requests in words, in the current culture: the same on pages and in mails.</summary>
public sealed class DeviceWording
{
    private readonly IStringLocalizer<DeviceTexts> texts;

    internal DeviceWording(IStringLocalizer<DeviceTexts> texts) => this.texts = texts;

    public string State(DeviceState state) => texts[$"Device.{state}"];

    public string Shipment(ShipmentState state) => texts[$"Shipment.{state}"];

    public string Kind(HelpDeskRequestKind kind) => texts[$"Request.{kind}"];

    /// <summary>What was said in a request; what was lost is told in the reader's words.</summary>
    public string Said(HelpDeskRequest request) => request.Text switch
    {
        LabelWish.LabelOnly or LabelWish.LabelAndPackaging when request.PostalAddress is not null =>
            texts[$"Lost.{request.Text}"],
        var text => text,
    };
}
