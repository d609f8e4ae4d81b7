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
