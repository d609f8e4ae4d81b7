using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>All sessions of an order, on one page.</summary>
public sealed class SessionPlanInput : IMessageToCustomer
{
    /// <summary>Version of the order, which each act on a session raises.</summary>
    public string? OrderVersion { get; set; }

    public List<SessionPlanLineInput> Lines { get; } = [];

    public string? MessageToCustomer { get; set; }
}

/// <summary>One of them, with the fields of <see cref="SessionInput"/>.</summary>
public sealed class SessionPlanLineInput : SessionInput
{
    /// <summary>What the line held when it was shown: see <see cref="Typed"/>.</summary>
    public string? Shown { get; set; }

    public string? Day { get; set; }

    public string? Pick { get; set; }

    public string? FreeTimesFrom { get; set; }

    public string? FreeTimes { get; set; }

    /// <summary>What was pressed in its month strip.</summary>
    internal StripInput Strip =>
        new() { Day = Day, Pick = Pick, FreeTimesFrom = FreeTimesFrom, FreeTimes = FreeTimes };

    /// <summary>What is typed, in one text.</summary>
    internal string Typed => string.Join(' ', ProducerId, DurationMinutes, StartDate, StartTime, Fold);

    internal bool IsMove => !string.IsNullOrWhiteSpace(SessionId);

    /// <summary>Whether somebody wants something of it: a new one without date and time is left for later.</summary>
    internal bool IsWanted => IsMove
        ? Typed != Shown
        : !string.IsNullOrWhiteSpace(StartDate) || !string.IsNullOrWhiteSpace(StartTime);
}
