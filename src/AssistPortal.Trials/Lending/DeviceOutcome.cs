namespace AssistPortal.Trials.Lending;

/// <summary>What became of an act with a device.</summary>
public enum DeviceOutcome
{
    Done,

    /// <summary>The trial has no such device.</summary>
    Gone,

    /// <summary>From where the device is now, no such step leads on: perhaps somebody else was faster.</summary>
    NotNow,

    /// <summary>The same was asked for before, and is not answered yet.</summary>
    AskedAlready,

    /// <summary>No label is of use after pick-up: the help desk was asked what to do.</summary>
    AskedInstead,

    /// <summary>Only customers in the United States may.</summary>
    OtherCountry,
}
