namespace AssistPortal.Assist.Waiting;

/// <summary>How far a waiting wish is.</summary>
public enum WaitPhase
{
    /// <summary>Nobody has been free yet.</summary>
    Waiting,

    /// <summary>A producer is held for the host.</summary>
    Offered,

    /// <summary>The host went on with the offer.</summary>
    Taken,

    /// <summary>The host let the offer run out.</summary>
    Lapsed,

    /// <summary>The wished time has come without an offer.</summary>
    Ended,
}
