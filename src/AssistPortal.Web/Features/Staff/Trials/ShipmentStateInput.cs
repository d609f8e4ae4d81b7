namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Where a shipment is, as chosen.</summary>
public sealed class ShipmentStateInput
{
    /// <summary>A state, such as in-transit.</summary>
    public string? State { get; set; }
}
