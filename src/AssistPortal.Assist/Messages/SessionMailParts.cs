using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>What mails about a session of an order have in common.</summary>
internal sealed class SessionMailParts(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, ProducerMailParts producerParts)
{
    /// <summary>Its kind in words.</summary>
    public string KindOf(OrderSession session) => texts[$"SessionSwap.Kind.{session.Kind}"];

    /// <summary>Order, time and topic.</summary>
    public IEnumerable<MailFact> Facts(OrderWithRelations whole, Interval time) =>
        [.. parts.Head(whole), Time(whole, time), Topic(whole)];

    /// <summary>The same, with the time on the producer's own clock too.</summary>
    public IEnumerable<MailFact> ProducerFacts(OrderWithRelations whole, Interval time, Producer producer) =>
        [.. parts.Head(whole), Time(whole, time), producerParts.Reserved(time, producer), Topic(whole)];

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
                Event = mail.Calendar.Event with
                {
                    Uid = uid,
                    Sequence = session.CalendarSequence,
                    Start = session.Start,
                    End = session.End,
                    Summary = texts["Calendar.Summary", whole.Order.Event.Topic, KindOf(session)],
                },
            },
        };

    private MailFact Time(OrderWithRelations whole, Interval time) =>
        parts.Time(whole.Order.Time with { Start = time.Start, DurationMinutes = (int)time.Duration.TotalMinutes });

    private MailFact Topic(OrderWithRelations whole) => new(texts["Word.Topic"], whole.Order.Event.Topic);
}
