namespace AssistPortal.Trials.Lifecycle;

/// <summary>How far a trial is at a moment: see <see cref="TrialLife.StateAt"/>.</summary>
public enum TrialState
{
    /// <summary>Before the day on which it ends.</summary>
    Active,

    /// <summary>In the grace period: everything works on, and it can still be converted.</summary>
    Expired,

    /// <summary>The organisation has gone, and nothing brings it back.</summary>
    Ended,

    /// <summary>It was converted.</summary>
    Paid,
}
