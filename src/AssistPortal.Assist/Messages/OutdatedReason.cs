namespace AssistPortal.Assist.Messages;

/// <summary>Why a mail no longer tells the truth.</summary>
public enum OutdatedReason
{
    /// <summary>The order is cancelled.</summary>
    Cancelled,

    /// <summary>The order is completed.</summary>
    Completed,

    /// <summary>The event or session has another time.</summary>
    Moved,

    /// <summary>The event of which it reminds has begun.</summary>
    Begun,

    /// <summary>The session is cancelled.</summary>
    SessionCancelled,

    /// <summary>The order's contact, or the producer, is somebody else.</summary>
    Elsewhere,

    /// <summary>Something else of the order has changed, or it was reported anew.</summary>
    Changed,

    /// <summary>The invoice was taken back or corrected.</summary>
    Invoice,

    /// <summary>One of the mails in the digest is outdated.</summary>
    Digest,
}
