namespace AssistPortal.Assist.Desk;

/// <summary>What became of an edit.</summary>
public enum OrderEditOutcome
{
    Saved,

    /// <summary>Nobody is free and qualified for what it would be; the order is as it was.</summary>
    NobodyFree,

    /// <summary>It would cost something else, or somebody else would have it, than the page showed.</summary>
    Differs,

    /// <summary>Somebody else has changed the order meanwhile, or its event has begun.</summary>
    ChangedMeanwhile,
}
