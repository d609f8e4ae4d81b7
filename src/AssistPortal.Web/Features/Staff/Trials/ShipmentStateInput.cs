using AssistPortal.Trials.Devices;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Where a shipment is, as chosen.</summary>
public sealed class ShipmentStateInput
{
    /// <summary>A state, such as in-transit.</summary>
    public string? State { get; set; }

    /// <summary>Null where it is none that there is.</summary>
    public ShipmentState? Read() => Enum.GetValues<ShipmentState>()
        .Select(state => (ShipmentState?)state)
        .FirstOrDefault(state => StateKey.Of(state!.Value) == Tolerant.Code(State));
}
