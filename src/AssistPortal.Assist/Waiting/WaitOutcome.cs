namespace AssistPortal.Assist.Waiting;

/// <summary>What became of the wish to wait.</summary>
public enum WaitOutcome
{
    /// <summary>The host waits, by this request or an earlier one.</summary>
    Waits,

    /// <summary>Somebody is free at that time: it can be ordered at once.</summary>
    SomebodyIsFree,

    /// <summary>The host waits for as many times as one may.</summary>
    TooMany,
}
