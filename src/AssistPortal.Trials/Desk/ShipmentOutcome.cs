namespace AssistPortal.Trials.Desk;

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
