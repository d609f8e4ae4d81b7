namespace AssistPortal.Trials.Desk;

/// <summary>What became of an act with a request.</summary>
public enum RequestOutcome
{
    Done,

    /// <summary>There is no such request.</summary>
    Gone,

    /// <summary>Somebody else looks after it.</summary>
    TakenByOther,

    /// <summary>It was answered before.</summary>
    Answered,

    /// <summary>It is no such request, or what it is about has changed meanwhile.</summary>
    NotNow,
}
