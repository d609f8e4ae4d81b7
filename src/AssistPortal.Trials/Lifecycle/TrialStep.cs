namespace AssistPortal.Trials.Lifecycle;

/// <summary>What the clock does with a trial.</summary>
internal enum TrialStep
{
    /// <summary>Seven days before the end: its coming is told.</summary>
    TellEnd,

    /// <summary>The end: it is told, and grace begins.</summary>
    TellExpiry,

    /// <summary>Thirty days after the end, of paid trials too: devices that are still out, sites that waited.</summary>
    Settle,

    /// <summary>The cut-off: the organisation goes.</summary>
    End,

    /// <summary>All that goes with it is erased.</summary>
    Erase,

    /// <summary>Fifteen days after the cut-off, of paid trials that lost Call too: phone numbers are free.</summary>
    ReleaseNumbers,
}
