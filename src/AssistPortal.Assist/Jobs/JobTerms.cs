using AssistPortal.Assist.Attention;

namespace AssistPortal.Assist.Jobs;

/// <summary>How an act is done to several orders; what the act does not ask is left out.</summary>
public sealed record JobTerms
{
    /// <summary>Who looks after the orders from then on; null for nobody.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The producer who gets them; null for whoever is free.</summary>
    public int? ProducerId { get; init; }

    /// <summary>As what the orders are marked; null for other acts.</summary>
    public OrderJobMark? Mark { get; init; }

    /// <summary>What has been dealt with; null for whatever is settled by hand.</summary>
    public AttentionReason? Matter { get; init; }

    /// <summary>What the other coordinators are told; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the fee of cancelling is forgone.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Why, for the audit trail; null where nobody says.</summary>
    public string? Reason { get; init; }

    /// <summary>What is said to the customers; null for nothing.</summary>
    public string? Words { get; init; }
}
