using AssistPortal.Trials.Devices;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>The form of a new shipment.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Trials">The trials that have not ended, for the choice.</param>
public sealed record ShipmentFormPage(ShipmentInput Input, IReadOnlyList<TrialChoice> Trials)
{
    /// <summary>Rows that are open from the start.</summary>
    public const int ShownRows = 3;

    /// <summary>What stands in the rows: those typed, and as many empty ones as there may be.</summary>
    public IReadOnlyList<DeviceRow> Rows =>
    [
        .. Input.Devices
            .Concat(Enumerable.Repeat((Model: "", SerialNumber: ""), ShipmentValidator.MostDevices))
            .Take(Math.Max(ShipmentValidator.MostDevices, Input.Devices.Count))
            .Select((row, at) => new DeviceRow(at + 1, row.Model, row.SerialNumber)),
    ];
}

/// <summary>A row of the form.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Model">The model as typed.</param>
/// <param name="SerialNumber">The serial number as typed.</param>
public sealed record DeviceRow(int Number, string Model, string SerialNumber);

/// <summary>A trial to which something can be shipped.</summary>
public sealed record TrialChoice(Guid Id, string Company, string PartnerName);

/// <summary>A shipment with the state that it can be given.</summary>
/// <param name="Row">The shipment.</param>
/// <param name="Time">Tells moments in the reader's zone.</param>
public sealed record ShipmentPage(ShipmentRow Row, OwnTime Time)
{
    public string? Notice { get; init; }

    public string? Refusal { get; init; }

    public Shipment Shipment => Row.Shipment;

    public string Path => $"{ShipmentListPage.Path}/{Shipment.Id}";
}
