namespace AssistPortal.Assist.Orders;

/// <summary>Whether assistance can be had in the language that was asked for.</summary>
public enum LanguageAnswer
{
    /// <summary>English always can.</summary>
    NotNeeded,

    /// <summary>Nobody has answered yet.</summary>
    Open,

    Confirmed,

    /// <summary>The producer speaks English.</summary>
    Declined,
}

public enum OrderState
{
    Placed,
    Cancelled,
    Completed,
}

/// <summary>How far an order is at some moment.</summary>
public enum OrderPhase
{
    /// <summary>It can still be updated and cancelled.</summary>
    Coming,

    Running,

    /// <summary>The event has ended; nobody has marked the order completed yet.</summary>
    Over,

    Cancelled,

    Completed,
}
