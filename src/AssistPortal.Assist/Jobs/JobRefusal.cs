namespace AssistPortal.Assist.Jobs;

/// <summary>Why something is not done to an order.</summary>
public enum JobRefusal
{
    /// <summary>Somebody has changed the order since the forecast.</summary>
    Changed,

    /// <summary>Cancelling costs more by now than the forecast said.</summary>
    CostsMore,

    /// <summary>The order is at a point where it can't be done.</summary>
    NotPossible,

    /// <summary>It is so already.</summary>
    SoAlready,

    /// <summary>Nothing of it is due that could be marked as dealt with.</summary>
    NothingToSettle,

    /// <summary>No qualified producer is at work and free.</summary>
    NobodyFree,

    /// <summary>The named producer is not qualified, or not at work then.</summary>
    NotAble,

    /// <summary>The named producer is reserved then.</summary>
    Taken,

    /// <summary>The portal failed at it, several times.</summary>
    Fault,
}
