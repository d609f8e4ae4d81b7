using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>What mails about a session of an order have in common.</summary>
internal sealed class SessionMailParts(
    IStringLocalizer<AssistTexts> texts,
    OrderMailParts parts,
    ProducerMailParts producerParts,
    OrderCalendar calendar)
{
    /// <summary>Its kind in words.</summary>
    public string KindOf(OrderSession session) => texts[$"SessionSwap.Kind.{session.Kind}"];

    /// <summary>Order, time and topic.</summary>
    public IEnumerable<MailFact> Facts(OrderWithRelations whole, Interval time) =>
        [.. parts.Head(whole), Time(whole, time), Topic(whole)];

    /// <summary>The same, with the time on the producer's own clock too.</summary>
    public IEnumerable<MailFact> ProducerFacts(OrderWithRelations whole, Interval time, Producer producer) =>
        [.. parts.Head(whole), Time(whole, time), producerParts.Reserved(time, producer), Topic(whole)];

    /// <summary>Order and topic, for a mail about several sessions.</summary>
    public IEnumerable<MailFact> OfOrder(OrderWithRelations whole) => [.. parts.Head(whole), Topic(whole)];

    /// <summary>A session among several: its kind, and when it is.</summary>
    /// <param name="whole">The order.</param>
    /// <param name="change">The session.</param>
    /// <param name="further">What else is said of it.</param>
    public MailFact Planned(OrderWithRelations whole, SessionChange change, string further) => new(
        KindOf(change.Session),
        string.Join('\n', [
            Time(whole, change.Session.Time).Value,
            further,
            .. change.Former is { } former && former.Time != change.Session.Time
                ? new[] { texts["SessionPlan.Former", Time(whole, former.Time).Value.Split('\n')[0]].Value }
                : [],
        ]));

    /// <summary>The same for its producer, with the time on the producer's own clock.</summary>
    public MailFact PlannedFor(OrderWithRelations whole, SessionChange change, Producer producer)
    {
        var own = producerParts.Reserved(change.Session.Time, producer);
        return Planned(whole, change, $"{own.Label}\n{own.Value}");
    }

    /// <summary>A session that the reader no longer holds.</summary>
    public MailFact Released(OrderWithRelations whole, SessionChange change) => new(
        KindOf(change.Session),
        $"{Time(whole, change.Former!.Time).Value}\n{texts["SessionPlan.Released"].Value}");

    /// <summary>The session's entry in the customer's calendar.</summary>
    /// <param name="held">The order, with the session's producer.</param>
    /// <param name="session">The session.</param>
    /// <param name="method">What becomes of the entry.</param>
    public CalendarInvitation Entry(OrderWithRelations held, OrderSession session, CalendarMethod method) =>
        new(method, Of(calendar.EventOf(held), held, session, session.CalendarUid));

    /// <summary>Its entry in the calendar of its producer.</summary>
    public CalendarInvitation ProducerEntry(OrderWithRelations whole, OrderSession session, CalendarMethod method) =>
        new(method, Of(calendar.ProducerEventOf(whole), whole, session, session.ProducerCalendarUid));

    /// <summary>The mail with these entries and no other.</summary>
    public static MailToWrite With(MailToWrite mail, int count, IEnumerable<CalendarInvitation> entries) =>
        entries.ToList() is [var first, .. var further]
            ? mail with { Revision = count, Calendar = first, FurtherCalendars = further }
            : throw new ArgumentException("A mail about sessions has an entry for each.", nameof(entries));

    /// <summary>A mail of the order with the session in its calendar part.</summary>
    /// <param name="mail">The mail, with the order in its calendar part.</param>
    /// <param name="whole">The order.</param>
    /// <param name="session">The session.</param>
    /// <param name="uid">The session's identifier in the reader's calendar.</param>
    /// <param name="count">How many such mails about the order there were before.</param>
    public MailToWrite ForSession(
        MailToWrite mail, OrderWithRelations whole, OrderSession session, string uid, int count) =>
        mail with
        {
            Revision = count,
            Calendar = mail.Calendar! with
            {
                Event = Of(mail.Calendar.Event, whole, session, uid),
            },
        };

    private CalendarEvent Of(CalendarEvent entry, OrderWithRelations whole, OrderSession session, string uid) =>
        entry with
        {
            Uid = uid,
            Sequence = session.CalendarSequence,
            Start = session.Start,
            End = session.End,
            Summary = texts["Calendar.Summary", whole.Order.Event.Topic, KindOf(session)],
        };

    private MailFact Time(OrderWithRelations whole, Interval time) =>
        parts.Time(whole.Order.Time with { Start = time.Start, DurationMinutes = (int)time.Duration.TotalMinutes });

    private MailFact Topic(OrderWithRelations whole) => new(texts["Word.Topic"], whole.Order.Event.Topic);
}
