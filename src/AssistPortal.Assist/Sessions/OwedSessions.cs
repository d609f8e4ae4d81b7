using AssistPortal.Assist.Orders;

namespace AssistPortal.Assist.Sessions;

/// <summary>The sessions that somebody has to schedule.</summary>
public static class OwedSessions
{
    /// <summary>What was ordered on top; and a rehearsal where the customer has wished for times.</summary>
    public static IEnumerable<SessionKind> Of(Order order)
    {
        if (order.FeeLines.Any(line => line.Kind == FeeKind.Consultation))
        {
            yield return SessionKind.Consultation;
        }

        if (order.FeeLines.Any(line => line.Kind == FeeKind.Rehearsal) || order.SessionWishes.Count > 0)
        {
            yield return SessionKind.Rehearsal;
        }
    }

    /// <summary>How long such a session is at most, in minutes.</summary>
    public static int LongestMinutes(SessionKind kind) => kind == SessionKind.PlanningCall ? 15 : 60;
}
