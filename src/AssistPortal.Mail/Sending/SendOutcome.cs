namespace AssistPortal.Mail.Sending;

/// <summary>What became of one attempt.</summary>
internal enum SendOutcome
{
    /// <summary>It was not due, another server had it, or it was given back.</summary>
    None,

    Sent,

    Failed,

    /// <summary>It failed, and so would every other mail now.</summary>
    ServerAway,
}
