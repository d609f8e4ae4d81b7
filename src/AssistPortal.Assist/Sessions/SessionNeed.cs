using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Sessions;

/// <summary>What an order has of one kind of sessions, and what is to come.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="OrderedMinutes">Time ordered as an extra; 0 for none.</param>
/// <param name="IsWished">Whether the customer has wished for times of it.</param>
/// <param name="IsIncluded">Whether the package includes it.</param>
/// <param name="ScheduledMinutes">Time of the sessions that are scheduled or were held.</param>
public sealed record SessionNeed(
    SessionKind Kind, int OrderedMinutes, bool IsWished, bool IsIncluded, int ScheduledMinutes)
{
    /// <summary>
    /// Whether somebody has to schedule more: what was ordered is not there in full, or nothing of what was wished for.
    /// What a package merely includes is held by the customer's need and owed to nobody before that.
    /// </summary>
    public bool IsOwed => ScheduledMinutes < OrderedMinutes || (IsWished && ScheduledMinutes == 0);

    /// <summary>How long such a session is at most, in minutes; longer orders take several.</summary>
    public static int LongestMinutes(SessionKind kind) => kind == SessionKind.PlanningCall ? 15 : 60;

    /// <summary>The kinds that were ordered, wished for, included or scheduled.</summary>
    /// <param name="order">The order, with fee lines and wishes.</param>
    /// <param name="package">Its package.</param>
    /// <param name="sessions">Its sessions; cancelled ones do not count.</param>
    public static IReadOnlyList<SessionNeed> AllOf(
        Order order, ServicePackage package, IReadOnlyCollection<OrderSession> sessions)
    {
        SessionKind? wished = order.SessionWishes.Count == 0 ? null : WishedKind(order, package);
        return
        [
            .. Enum.GetValues<SessionKind>()
                .Select(kind => new SessionNeed(
                    kind,
                    OrderedMinutesOf(order, kind),
                    kind == wished,
                    IsIncludedIn(package, kind),
                    sessions
                        .Where(session => session.Kind == kind && !session.IsCancelled)
                        .Sum(session => session.DurationMinutes)))
                .Where(
                    need => need.OrderedMinutes > 0 || need.IsWished || need.IsIncluded || need.ScheduledMinutes > 0),
        ];
    }

    /// <summary>
    /// Customers wish for times without a kind: for what they ordered, or else for what their package has.
    /// </summary>
    private static SessionKind WishedKind(Order order, ServicePackage package)
    {
        SessionKind[] kinds = [SessionKind.Rehearsal, SessionKind.Consultation];
        var ordered = Array.FindAll(kinds, kind => OrderedMinutesOf(order, kind) > 0);
        return ordered.Concat(kinds.Where(kind => IsIncludedIn(package, kind))).Append(SessionKind.Rehearsal).First();
    }

    private static int OrderedMinutesOf(Order order, SessionKind kind)
    {
        FeeKind? ordered = kind switch
        {
            SessionKind.Consultation => FeeKind.Consultation,
            SessionKind.Rehearsal => FeeKind.Rehearsal,
            _ => null,
        };
        return order.FeeLines.Where(line => line.Kind == ordered).Sum(line => line.Minutes ?? 0);
    }

    private static bool IsIncludedIn(ServicePackage package, SessionKind kind) => kind switch
    {
        SessionKind.PlanningCall => package.IncludesPlanningCall,
        SessionKind.Consultation => package.IncludesConsultation,
        _ => package.IncludesRehearsal,
    };
}
