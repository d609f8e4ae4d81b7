using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells customer and producer that a session of an order is scheduled, moved or cancelled.</summary>
internal sealed class SessionMail(
    IStringLocalizer<AssistTexts> texts,
    OrderMailParts parts,
    SessionMailParts sessionParts,
    ProducerMailParts producerParts)
{
    public const string Cause = "order.session";

    /// <summary>One for each reader: customer and producer may have the same address.</summary>
    public static string CauseOf(SessionAct act, SessionReader reader) => reader == SessionReader.Customer
        ? $"{Cause}:{act.ToString().ToLowerInvariant()}"
        : $"{Cause}:producer-{act.ToString().ToLowerInvariant()}";

    /// <param name="whole">The session's order, with the session's producer.</param>
    /// <param name="session">The session.</param>
    /// <param name="act">What has happened to it.</param>
    /// <param name="count">How many such mails about the order there were before.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite ForCustomer(
        OrderWithRelations whole, OrderSession session, SessionAct act, int count, string? thread)
    {
        using var culture = MailCulture.Of(whole.Order.PageLanguage);
        var (number, kind) = (whole.Order.RequestNumber.ToString(), sessionParts.KindOf(session));
        var body = parts
            .Begin(whole, texts[$"Session.{act}.Preheader", kind, number], texts[$"Session.{act}.Heading"])
            .Paragraph(texts[$"Session.{act}.Text", kind, number])
            .Facts(sessionParts.Facts(whole, session.Time));
        var method = MethodOf(act);
        var mail = parts.ToCustomer(
            CauseOf(act, SessionReader.Customer),
            whole,
            texts[$"Session.{act}.Subject", kind, number, whole.Order.Event.Topic],
            parts.AddContacts(body, whole),
            method,
            thread);
        return sessionParts.ForSession(mail, whole, session, session.CalendarUid, count);
    }

    /// <inheritdoc cref="ForCustomer" />
    /// <param name="addressee">The producer who holds it, or held it.</param>
    public MailToWrite ForProducer(
        OrderWithRelations whole, OrderSession session, SessionAct act, int count, ProducerAddressee addressee)
    {
        using var culture = MailCulture.Of(addressee.Language);
        var (number, kind) = (whole.Order.RequestNumber.ToString(), sessionParts.KindOf(session));
        var body = new MailBody(texts[$"Session.{act}.Preheader", kind, number])
            .Heading(texts[$"Session.{act}.Heading"])
            .Paragraph(texts["Placed.Greeting", addressee.Producer.Name])
            .Paragraph(texts[$"Session.{act}.Text", kind, number])
            .Facts([
                .. sessionParts.ProducerFacts(whole, session.Time, addressee.Producer),
                OrderMailParts.Contact(texts["Word.Contact"], whole.Order),
            ]);
        var method = MethodOf(act);
        var mail = producerParts.ToProducer(
            CauseOf(act, SessionReader.Producer),
            whole,
            addressee,
            texts[$"Session.{act}.Producer.Subject", kind, number, whole.Order.Event.Topic],
            body,
            method);
        return sessionParts.ForSession(mail, whole, session, session.ProducerCalendarUid, count);
    }

    private static CalendarMethod MethodOf(SessionAct act) =>
        act == SessionAct.Cancelled ? CalendarMethod.Cancel : CalendarMethod.Request;
}

/// <summary>Whom a mail about a session is for.</summary>
internal enum SessionReader
{
    Customer,
    Producer,
}

/// <summary>What happens to a session.</summary>
internal enum SessionAct
{
    Scheduled,
    Moved,
    Cancelled,
}
