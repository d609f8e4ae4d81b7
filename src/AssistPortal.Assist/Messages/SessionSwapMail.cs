using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the customer, the former producer and the new one that a session goes from one to the other.
/// </summary>
internal sealed class SessionSwapMail(
    IStringLocalizer<AssistTexts> texts,
    OrderMailParts parts,
    SessionMailParts sessionParts,
    ProducerMailParts producerParts)
{
    public const string Cause = "session.producer";

    public static string CauseOf(SessionSwapReader reader) => $"{Cause}:{reader.ToString().ToLowerInvariant()}";

    /// <param name="whole">The session's order, with the producer who now has the session.</param>
    /// <param name="session">The session.</param>
    /// <param name="count">How many such mails about the order there were before.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite ForCustomer(OrderWithRelations whole, OrderSession session, int count, string? thread)
    {
        using var culture = MailCulture.Of(whole.Order.PageLanguage);
        var (number, kind, name) =
            (whole.Order.RequestNumber.ToString(), sessionParts.KindOf(session), whole.Producer.Name);
        var body = parts.Begin(
            whole,
            texts["SessionSwap.Customer.Preheader", name, kind, number],
            texts["SessionSwap.Customer.Heading"])
            .Paragraph(texts["SessionSwap.Customer.Text", name, kind, number])
            .Facts(sessionParts.Facts(whole, session.Time));
        var subject = texts["SessionSwap.Customer.Subject", kind, number, whole.Order.Event.Topic];
        var mail = parts.ToCustomer(
            CauseOf(SessionSwapReader.Customer),
            whole,
            subject,
            parts.AddContacts(body, whole),
            CalendarMethod.Request,
            thread);
        return sessionParts.ForSession(mail, whole, session, session.CalendarUid, count);
    }

    /// <param name="whole">The session's order.</param>
    /// <param name="session">The session.</param>
    /// <param name="count">How many such mails about the order there were before.</param>
    /// <param name="addressee">The producer who has it now.</param>
    public MailToWrite ForAssigned(
        OrderWithRelations whole, OrderSession session, int count, ProducerAddressee addressee)
    {
        using var culture = MailCulture.Of(addressee.Language);
        var (number, kind) = (whole.Order.RequestNumber.ToString(), sessionParts.KindOf(session));
        var body = new MailBody(texts["SessionSwap.Assigned.Preheader", kind, number])
            .Heading(texts["SessionSwap.Assigned.Heading"])
            .Paragraph(texts["Placed.Greeting", addressee.Producer.Name])
            .Paragraph(texts["SessionSwap.Assigned.Text", kind, number])
            .Facts([
                .. sessionParts.ProducerFacts(whole, session.Time, addressee.Producer),
                OrderMailParts.Contact(texts["Word.Contact"], whole.Order),
            ]);
        var subject = texts["SessionSwap.Assigned.Subject", kind, number, whole.Order.Event.Topic];
        return ToProducer(
            SessionSwapReader.Assigned, whole, session, count, addressee, subject, body, CalendarMethod.Request);
    }

    /// <param name="whole">The session's order.</param>
    /// <param name="session">The session.</param>
    /// <param name="count">How many such mails about the order there were before.</param>
    /// <param name="former">When the producer had it.</param>
    /// <param name="addressee">The producer who had it.</param>
    public MailToWrite ForReleased(
        OrderWithRelations whole, OrderSession session, int count, Interval former, ProducerAddressee addressee)
    {
        using var culture = MailCulture.Of(addressee.Language);
        var (number, kind) = (whole.Order.RequestNumber.ToString(), sessionParts.KindOf(session));
        var body = new MailBody(texts["SessionSwap.Released.Preheader", kind, number])
            .Heading(texts["Released.Heading"])
            .Paragraph(texts["Placed.Greeting", addressee.Producer.Name])
            .Paragraph(texts["SessionSwap.Released.Text", kind, number])
            .Facts(sessionParts.Facts(whole, former));
        var subject = texts["SessionSwap.Released.Subject", kind, number, whole.Order.Event.Topic];
        return ToProducer(
            SessionSwapReader.Released, whole, session, count, addressee, subject, body, CalendarMethod.Cancel);
    }

    private MailToWrite ToProducer(
        SessionSwapReader reader,
        OrderWithRelations whole,
        OrderSession session,
        int count,
        ProducerAddressee addressee,
        string subject,
        MailBody body,
        CalendarMethod method)
    {
        var mail = producerParts.ToProducer(CauseOf(reader), whole, addressee, subject, body, method);
        return sessionParts.ForSession(mail, whole, session, session.ProducerCalendarUid, count);
    }
}

/// <summary>Whom a mail about the swap of a session is for.</summary>
internal enum SessionSwapReader
{
    Customer,

    /// <summary>The producer who takes it over.</summary>
    Assigned,

    /// <summary>The producer who had it.</summary>
    Released,
}
