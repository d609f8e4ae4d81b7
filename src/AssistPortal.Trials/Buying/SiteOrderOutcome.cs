namespace AssistPortal.Trials.Buying;

/// <summary>What became of an order of WebEx.</summary>
public enum SiteOrderOutcome
{
    Ordered,

    /// <summary>The trial's site is not deleted yet, or WebEx is ordered already.</summary>
    NotPossible,

    /// <summary>There is no such trial.</summary>
    Gone,
}
