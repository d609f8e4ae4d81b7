using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the customer that the order is placed: request number, all details, fee, terms, whom to ask.
/// </summary>
internal sealed class OrderPlacedMail(IStringLocalizer<AssistTexts> texts, Wording wording, OrderMailParts parts)
{
    public const string Cause = "order.placed";

    public MailToWrite For(OrderWithRelations whole)
    {
        using var culture = MailCulture.Of(whole.Order.PageLanguage);
        var subject = texts["Placed.Subject", whole.Order.RequestNumber.ToString(), whole.Order.Event.Topic];
        return parts.ToCustomer(Cause, whole, subject, Body(whole), CalendarMethod.Request, thread: null);
    }

    private MailBody Body(OrderWithRelations whole)
    {
        var order = whole.Order;
        var currency = order.Currency;
        var number = order.RequestNumber.ToString();
        var body = parts
            .Begin(order, texts["Placed.Preheader", number, Wording.ZonedSpan(order.Time)], texts["Placed.Heading"])
            .Paragraph(texts["Placed.Keep", number])
            .Facts([.. parts.Head(whole), parts.Time(order.Time), .. parts.Event(order)]);
        if (order.Event.Language != AssistLanguages.English)
        {
            body.Note(texts["Placed.Language", Wording.Language(order.Event.Language)]);
        }

        body.Heading(texts["Fee.Title"])
            .Facts(
            [
                .. order.StandardFee.Lines.Select(line =>
                    new MailFact(wording.Fee(line), new Money(line.AmountMinor, currency).ToString())),
                new MailFact(texts["Fee.Total"], new Money(order.StandardFeeMinor, currency).ToString()),
            ])
            .Paragraph(texts["Fee.Note"])
            .Heading(texts["Terms.Title"])
            .List(wording.CancellationTerms(order.CancellationTerms, order.PlacedAt, order.Time.LocalStart.Zone));
        return parts.AddManageLink(parts.AddContacts(body, whole));
    }
}
