namespace AssistPortal.Trials.Devices;

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

/// <summary>What became of an act with a shipment.</summary>
public enum ShipmentOutcome
{
    Saved,

    /// <summary>There is no such shipment, or no such trial.</summary>
    Gone,

    /// <summary>The trial has ended.</summary>
    TrialEnded,

    /// <summary>Another trial's shipment has the loan number.</summary>
    NumberTaken,

    /// <summary>It was delivered before, or somebody else has changed it meanwhile.</summary>
    NotNow,
}
