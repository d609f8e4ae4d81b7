namespace AssistPortal.Assist.Desk;

/// <summary>An order, and a session of it, as a page showed them.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderVersion">Its version: each act on a session raises it.</param>
/// <param name="SessionId">The session; null for a new one.</param>
/// <param name="Version">Version of the session.</param>
public sealed record SeenSession(Guid OrderId, int OrderVersion, Guid? SessionId = null, int Version = 0);

/// <summary>What became of an act on a session.</summary>
public enum SessionOutcome
{
    Done,

    /// <summary>The producer is reserved for something else then.</summary>
    Taken,

    /// <summary>The producer is not qualified for the package or not at work then.</summary>
    NotAble,

    /// <summary>The order is over or cancelled, or the time does not lie between now and the event.</summary>
    NotPossible,

    /// <summary>Another session of the order is then.</summary>
    Clash,

    /// <summary>The session has begun; it stays as it is.</summary>
    Begun,

    /// <summary>Somebody else has changed the session or its order since it was shown.</summary>
    ChangedMeanwhile,
}
