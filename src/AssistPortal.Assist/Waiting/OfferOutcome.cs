namespace AssistPortal.Assist.Waiting;

/// <summary>What became of the try to offer somebody a time.</summary>
internal enum OfferOutcome
{
    Offered,

    /// <summary>All producers are taken or away.</summary>
    NobodyFree,

    /// <summary>The host may not order it now, waits no longer, or has an offer already.</summary>
    NotNow,
}
