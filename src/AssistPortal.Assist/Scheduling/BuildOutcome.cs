namespace AssistPortal.Assist.Scheduling;

/// <summary>What became of reading all reservations.</summary>
internal enum BuildOutcome
{
    Built,

    /// <summary>Another request does it; what there is may be used.</summary>
    Busy,

    /// <summary>Nothing has ever changed, or the database writes no changes.</summary>
    Impossible,
}
