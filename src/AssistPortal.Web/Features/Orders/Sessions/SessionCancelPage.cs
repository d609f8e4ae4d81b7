using AssistPortal.Assist.Sessions;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Asks whether a session is to be cancelled.</summary>
/// <param name="Table">The order's sessions.</param>
/// <param name="Session">The session; null where it can't be cancelled any more.</param>
/// <param name="HasChanged">Whether somebody else has changed the order meanwhile.</param>
public sealed record SessionCancelPage(
    SessionTable Table, OrderSession? Session, bool HasChanged) : SessionActPage(Table, HasChanged)
{
    /// <summary>What was typed.</summary>
    public SessionCancelInput Input { get; init; } = new();

    /// <summary>Whether somebody has to schedule another one then.</summary>
    public bool IsOwedThen => Session is { } session && Table.Overview.Needs.Any(need =>
        need.Kind == session.Kind
            && (need with { ScheduledMinutes = need.ScheduledMinutes - session.DurationMinutes }).IsOwed);
}
