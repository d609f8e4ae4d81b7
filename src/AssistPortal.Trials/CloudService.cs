namespace AssistPortal.Trials;

/// <summary>A service that can be tried.</summary>
public enum CloudService
{
    Message,

    /// <summary>Web meetings on a site of the organisation's own.</summary>
    Meeting,

    Call,

    /// <summary>Room systems.</summary>
    Room,
}
