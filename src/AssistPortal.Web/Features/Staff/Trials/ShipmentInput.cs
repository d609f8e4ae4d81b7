using AssistPortal.Trials.Desk;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A shipment as typed. Devices stand in rows: each has a field Model and a field SerialNumber.</summary>
public sealed class ShipmentInput
{
    private const char Separator = '\n';

    public string? TrialId { get; set; }

    public string? LoanNumber { get; set; }

    public string? Carrier { get; set; }

    public string? CarrierContact { get; set; }

    public string? TrackingNumber { get; set; }

    /// <summary>The models of all rows, a line each.</summary>
    public string? Model { get; set; }

    /// <summary>The serial numbers of all rows, a line each.</summary>
    public string? SerialNumber { get; set; }

    /// <summary>The trial; null where it is none's key.</summary>
    public Guid? Trial => Guid.TryParse(Tolerant.Code(TrialId), out var id) ? id : null;

    /// <summary>Model and serial number of each row in which something stands.</summary>
    public IReadOnlyList<(string Model, string SerialNumber)> Devices
    {
        get
        {
            var (models, serials) = (Lines(Model), Lines(SerialNumber));
            return
            [
                .. Enumerable.Range(0, Math.Max(models.Length, serials.Length))
                    .Select(at => (Model: Tolerant.Text(models.ElementAtOrDefault(at)), SerialNumber: Tolerant.Code(
                        serials.ElementAtOrDefault(at))))
                    .Where(row => row.Model.Length + row.SerialNumber.Length > 0),
            ];
        }
    }

    /// <summary>Several fields of one name are rows: all of them count, not the first.</summary>
    public ShipmentInput WithRows(IFormCollection form)
    {
        (Model, SerialNumber) = (Join(form[nameof(Model)]), Join(form[nameof(SerialNumber)]));
        return this;
    }

    /// <summary>The shipment; the form has passed <see cref="ShipmentValidator"/>.</summary>
    public ShipmentDetails Read() => new()
    {
        TrialId = Trial!.Value,
        LoanNumber = AssistPortal.Trials.Devices.LoanNumber.Of(LoanNumber),
        Carrier = Tolerant.Text(Carrier),
        CarrierContact = Tolerant.Code(CarrierContact),
        TrackingNumber = Tolerant.Code(TrackingNumber),
        Devices = Devices,
    };

    private static string Join(IEnumerable<string?> rows) => string.Join(Separator, rows.Select(Tolerant.Text));

    private static string[] Lines(string? rows) => (rows ?? "").Split(Separator);
}
