namespace AssistPortal.Assist.Jobs;

/// <summary>What is done to several orders.</summary>
public enum OrderJobAct
{
    /// <summary>Somebody else looks after them, or nobody.</summary>
    Owner,

    /// <summary>Their customers are written to.</summary>
    Message,

    /// <summary>The desk marks them for itself: they need attention, or do no more.</summary>
    Mark,

    /// <summary>Other producers assist.</summary>
    Producer,

    Cancel,
}
