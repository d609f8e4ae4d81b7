using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Live events and sessions in words, on the clock of their event.</summary>
public sealed class SessionWords(IStringLocalizer<SessionsTexts> texts, Wording wording)
{
    public string Kind(SessionKind kind) => texts[$"SessionKind.{kind}"];

    /// <summary>Rehearsal, 4 January 2027, 10:00.</summary>
    public string Of(Order order, OrderSession session) => Of(session, order.Time.LocalStart.Zone);

    /// <summary>The same by the zone of the event.</summary>
    public string Of(OrderSession session, DateTimeZone zone) =>
        texts["Session.At", Kind(session.Kind), At(session.Start, zone)];

    /// <summary>The same for a live event too.</summary>
    public string Of(AssignedTime time) => time.Session is { } session
        ? Of(time.Order, session)
        : texts["Session.At", texts["Session.Live"].Value, At(time.Time.Start, time.Order.Time.LocalStart.Zone)];

    public string Together(IEnumerable<string> names) =>
        names.Aggregate((first, next) => texts["Session.Both", first, next]);

    /// <summary>What is ordered, wished for or included of a kind, and what of it is scheduled.</summary>
    public string Need(SessionNeed need)
    {
        var (name, scheduled) = (Kind(need.Kind), wording.Length(need.ScheduledMinutes));
        return need switch
        {
            { OrderedMinutes: > 0 and var ordered } => texts["Need.Ordered", name, wording.Length(ordered), scheduled],
            { IsWished: true } => texts["Need.Wished", name, scheduled],
            { IsIncluded: true } => texts["Need.Included", name, scheduled],
            _ => texts["Need.Scheduled", name, scheduled],
        };
    }

    private static string At(Instant start, DateTimeZone zone) =>
        Wording.LocalTime(start.InZone(zone).LocalDateTime);
}
