namespace AssistPortal.Mail.Sending;

/// <summary>What became of one attempt.</summary>
internal enum SendOutcome
{
    /// <summary>It was given back, or another server has it by now.</summary>
    None,

    /// <summary>It is sent, which is not noted yet.</summary>
    HandedOver,

    Sent,

    Failed,

    /// <summary>It failed, and so would every other mail now.</summary>
    ServerAway,
}
