using AssistPortal.Trials.Devices;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Trials;

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
