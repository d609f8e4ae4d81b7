namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>What the address says of the list of shipments; all of it may be missing.</summary>
public sealed class ShipmentListInput
{
    /// <summary>The beginning of a demo loan number.</summary>
    public string? Q { get; set; }

    /// <summary>The list goes on behind this place.</summary>
    public string? After { get; set; }
}
