namespace AssistPortal.Assist.Jobs;

/// <summary>How an act is done to several orders; what the act does not ask is left out.</summary>
public sealed record JobTerms
{
    /// <summary>Who looks after the orders from then on; null for nobody.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The producer who gets them; null for whoever is free.</summary>
    public int? ProducerId { get; init; }

    /// <summary>Whether the fee of cancelling is forgone.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Why, for the audit trail; null where nobody says.</summary>
    public string? Reason { get; init; }

    /// <summary>What is said to the customers; null for nothing.</summary>
    public string? Words { get; init; }
}
