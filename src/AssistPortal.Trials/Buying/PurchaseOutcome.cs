namespace AssistPortal.Trials.Buying;

/// <summary>What became of a wish to buy.</summary>
public enum PurchaseOutcome
{
    /// <summary>The partner is told.</summary>
    Sent,

    /// <summary>The partner was told earlier on the same day of the customer's.</summary>
    SentBefore,

    /// <summary>It is paid already.</summary>
    Paid,

    /// <summary>Whoever asks administers no organisation.</summary>
    Gone,
}
