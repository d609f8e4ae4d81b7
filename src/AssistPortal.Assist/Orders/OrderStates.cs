using NodaTime;

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

public static class OrderPhases
{
    /// <summary>How far an order in this state is.</summary>
    public static OrderPhase PhaseAt(this OrderState state, EventTime time, Instant now) => state switch
    {
        OrderState.Cancelled => OrderPhase.Cancelled,
        OrderState.Completed => OrderPhase.Completed,
        _ when now >= time.End => OrderPhase.Over,
        _ when now >= time.Start => OrderPhase.Running,
        _ => OrderPhase.Coming,
    };
}
