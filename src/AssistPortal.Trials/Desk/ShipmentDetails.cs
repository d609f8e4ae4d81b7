namespace AssistPortal.Trials.Desk;

/// <summary>A shipment as the help desk describes it.</summary>
public sealed record ShipmentDetails
{
    public required Guid TrialId { get; init; }

    /// <summary>As <see cref="Devices.LoanNumber.Of"/> gives it.</summary>
    public required string LoanNumber { get; init; }

    public required string Carrier { get; init; }

    /// <summary>Phone number or page of the carrier.</summary>
    public required string CarrierContact { get; init; }

    /// <summary>Empty where it has none.</summary>
    public required string TrackingNumber { get; init; }

    /// <summary>Model and serial number of each device.</summary>
    public required IReadOnlyList<(string Model, string SerialNumber)> Devices { get; init; }
}
