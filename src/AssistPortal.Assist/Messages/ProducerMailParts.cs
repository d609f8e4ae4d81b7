using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// What the mails to an order's producers have in common. Their calendar holds the whole reserved time.
/// </summary>
internal sealed class ProducerMailParts(
    IStringLocalizer<AssistTexts> texts,
    Wording wording,
    OrderMailParts parts,
    OrderCalendar calendar,
    PortalAddress address)
{
    /// <param name="cause">See <see cref="MailToWrite.Cause"/>.</param>
    /// <param name="whole">The order.</param>
    /// <param name="addressee">The producer who is written to.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="body">Its content.</param>
    /// <param name="method">What becomes of the calendar entry.</param>
    public MailToWrite ToProducer(
        string cause,
        OrderWithRelations whole,
        ProducerAddressee addressee,
        string subject,
        MailBody body,
        CalendarMethod method) => new()
        {
            Cause = cause,
            SubjectId = whole.Order.Id.ToString(),
            Revision = whole.Order.CalendarSequence,
            Recipient = addressee.Producer.Email,
            RecipientName = addressee.Producer.Name,
            Language = addressee.Language,
            Subject = subject,
            Body = body,
            Calendar = new CalendarInvitation(method, calendar.ProducerEventOf(whole)),
            InReplyTo = addressee.Thread,
            CollectUntil = addressee.CollectUntil,
        };

    /// <summary>Asks for an answer to the assignment; one without an account can't give it on the portal.</summary>
    public MailBody AskForAnswer(MailBody body, OrderWithRelations whole, ProducerAddressee addressee) =>
        addressee.Producer.UserId is null
            ? body
            : body.Note(texts["Assigned.Do"])
                .Link(texts["Assigned.Answer"], address.Of($"producer/orders/{whole.Order.RequestNumber}"));

    /// <summary>All that the producer has to know.</summary>
    public IEnumerable<MailFact> All(OrderWithRelations whole, Producer producer) =>
    [
        .. parts.Head(whole),
        parts.Time(whole.Order.Time),
        Reserved(whole.Reserved, producer),
        .. parts.Event(whole.Order),
        .. Extras(whole.Order.StandardFee),
        OrderMailParts.Contact(texts["Word.Contact"], whole.Order),
    ];

    private IEnumerable<MailFact> Extras(StandardFee fee) =>
        fee.Extras.Any() ? [new MailFact(texts["Word.Extras"], string.Join('\n', fee.Extras.Select(wording.Fee)))] : [];

    /// <summary>A reserved time on the producer's own clock.</summary>
    public MailFact Reserved(Interval reserved, Producer producer) => OrderMailParts.Time(
        texts["Producer.Reserved"],
        new EventTime
        {
            Start = reserved.Start,
            DurationMinutes = (int)reserved.Duration.TotalMinutes,
            TimeZone = producer.TimeZone,
        });
}

/// <summary>A producer who is written to.</summary>
/// <param name="Producer">The producer.</param>
/// <param name="Language">Culture name of the mail's language.</param>
/// <param name="Thread">Message-ID of the order's first mail to the producer.</param>
/// <param name="CollectUntil">See <see cref="MailToWrite.CollectUntil"/>.</param>
internal sealed record ProducerAddressee(
    Producer Producer, string Language, string? Thread, Instant? CollectUntil = null);
