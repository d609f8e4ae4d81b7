using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>The devices of a trial, for its partner or its customer.</summary>
public sealed record DevicesPage
{
    /// <summary>Path of the page, below which the acts lie.</summary>
    public required string Path { get; init; }

    /// <summary>Where the page leads back to.</summary>
    public required string BackPath { get; init; }

    public required Trial Trial { get; init; }

    public required TrialDevices Devices { get; init; }

    /// <summary>Tells moments in the reader's zone.</summary>
    public required OwnTime Time { get; init; }

    public string? Notice { get; init; }

    public string? Refusal { get; init; }

    /// <summary>The device for which <see cref="Label"/> was typed.</summary>
    public Guid? LabelFor { get; init; }

    public LabelInput Label { get; init; } = new();

    public MoreDevicesInput More { get; init; } = new();

    /// <summary>The device whose label's form the header's buttons send along; null where it is another form.</summary>
    public Guid? KeptLabel => LabelFor
        ?? (MayKeep ? null : Devices.Shipments.SelectMany(shipment => shipment.Devices).FirstOrDefault(TakesLabel)?.Id);

    /// <summary>Whether devices may be kept, and more of them be ordered.</summary>
    public bool MayKeep => DeviceDesk.MayKeep(Trial);

    /// <summary>Whether a label may be asked for.</summary>
    public bool TakesLabel(Device device) =>
        device.State is DeviceState.Delivered or DeviceState.InUse or DeviceState.ReturnAnnounced
            or DeviceState.PickedUp or DeviceState.Received
        && Devices.LabelOf(device.Id)?.State != HelpDeskRequestState.Open;
}
