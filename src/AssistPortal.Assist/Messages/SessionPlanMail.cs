using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells customer and producers of several sessions of an order at once: one mail to each.</summary>
internal sealed class SessionPlanMail(
    IStringLocalizer<AssistTexts> texts,
    OrderMailParts parts,
    SessionMailParts sessionParts,
    ProducerMailParts producerParts)
{
    public const string Cause = "session.plan";

    public static string CauseOf(SessionReader reader) => $"{Cause}:{reader.ToString().ToLowerInvariant()}";

    /// <param name="whole">The order.</param>
    /// <param name="changes">The sessions, in the order of their starts; at least one.</param>
    /// <param name="holders">Their producers.</param>
    /// <param name="count">How many such mails about the order there were before.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite ForCustomer(
        OrderWithRelations whole,
        IReadOnlyList<SessionChange> changes,
        IReadOnlyDictionary<int, Producer> holders,
        int count,
        string? thread)
    {
        using var culture = MailCulture.Of(whole.Order.PageLanguage);
        var number = whole.Order.RequestNumber.ToString();
        var body = parts
            .Begin(whole, texts["SessionPlan.Preheader", number], texts["SessionPlan.Customer.Heading"])
            .Paragraph(texts["SessionPlan.Customer.Text", number])
            .Facts([
                .. sessionParts.OfOrder(whole),
                .. changes.Select(change => sessionParts.Planned(
                    whole, change, texts["SessionPlan.With", holders[change.Session.ProducerId].Name])),
            ]);
        AddFiles(body, changes.Count);
        var mail = parts.ToCustomer(
            CauseOf(SessionReader.Customer),
            whole,
            texts["SessionPlan.Customer.Subject", number, whole.Order.Event.Topic],
            parts.AddContacts(body, whole),
            CalendarMethod.Request,
            thread);
        return SessionMailParts.With(mail, count, changes.Select(change => sessionParts.Entry(
            whole with { Producer = holders[change.Session.ProducerId] }, change.Session, CalendarMethod.Request)));
    }

    /// <inheritdoc cref="ForCustomer" />
    /// <param name="addressee">The producer who holds some of them, or held some.</param>
    public MailToWrite ForProducer(
        OrderWithRelations whole, IReadOnlyList<SessionChange> changes, int count, ProducerAddressee addressee)
    {
        using var culture = MailCulture.Of(addressee.Language);
        var (number, producer) = (whole.Order.RequestNumber.ToString(), addressee.Producer);
        List<SessionChange> held = [.. changes.Where(change => change.Session.ProducerId == producer.Id)];
        List<SessionChange> released =
            [.. changes.Except(held).Where(change => change.Former?.ProducerId == producer.Id)];
        var body = new MailBody(texts["SessionPlan.Preheader", number])
            .Heading(texts["SessionPlan.Producer.Heading"])
            .Paragraph(texts["Placed.Greeting", producer.Name])
            .Paragraph(texts["SessionPlan.Producer.Text", number])
            .Facts([
                .. sessionParts.OfOrder(whole),
                .. held.Select(change => sessionParts.PlannedFor(whole, change, producer)),
                .. released.Select(change => sessionParts.Released(whole, change)),
                OrderMailParts.Contact(texts["Word.Contact"], whole.Order),
            ]);
        AddFiles(body, held.Count + released.Count);
        var mail = producerParts.ToProducer(
            CauseOf(SessionReader.Producer),
            whole,
            addressee,
            texts["SessionPlan.Producer.Subject", number, whole.Order.Event.Topic],
            body,
            CalendarMethod.Request);
        return SessionMailParts.With(mail, count, [
            .. held.Select(change => Entry(change, CalendarMethod.Request)),
            .. released.Select(change => Entry(change, CalendarMethod.Cancel)),
        ]);

        CalendarInvitation Entry(SessionChange change, CalendarMethod method) =>
            sessionParts.ProducerEntry(whole, change.Session, method);
    }

    private void AddFiles(MailBody body, int entries) => body.Paragraph(
        texts[entries == 1 ? "SessionPlan.Entry" : "SessionPlan.Files"]);
}
