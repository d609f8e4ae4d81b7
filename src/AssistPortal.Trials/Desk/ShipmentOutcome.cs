namespace AssistPortal.Trials.Desk;

/// <summary>What became of a shipment that was to be made.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Id">Its key, where it was made.</param>
/// <param name="Out">Devices of it that are out already, with <see cref="ShipmentOutcome.DeviceOut"/>.</param>
public sealed record ShipmentResult(ShipmentOutcome Outcome, Guid Id, IReadOnlyList<DeviceElsewhere> Out);

/// <summary>A device that is still out.</summary>
/// <param name="SerialNumber">Its serial number.</param>
/// <param name="LoanNumber">The demo loan number of the shipment that it is out with.</param>
/// <param name="Company">The customer who has it.</param>
public sealed record DeviceElsewhere(string SerialNumber, string LoanNumber, string Company);

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

    /// <summary>A device of it has not come back from its last shipment.</summary>
    DeviceOut,

    /// <summary>It was delivered before, or somebody else has changed it meanwhile.</summary>
    NotNow,
}
