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
    public string Of(Order order, OrderSession session) =>
        texts["Session.At", Kind(session.Kind), At(order, session.Start)];

    /// <summary>The same for a live event too.</summary>
    public string Of(AssignedTime time) => time.Session is { } session
        ? Of(time.Order, session)
        : texts["Session.At", texts["Session.Live"].Value, At(time.Order, time.Time.Start)];

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

    private static string At(Order order, Instant start) =>
        Wording.LocalTime(start.InZone(order.Time.LocalStart.Zone).LocalDateTime);
}
