using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer that another producer assists the event, at the same time.</summary>
internal sealed class ProducerChangedMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = "order.producer";

    /// <param name="whole">The order with its new producer.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var (number, name) = (order.RequestNumber.ToString(), whole.Producer.Name);
        var isAsked = order.LanguageAnswer == LanguageAnswer.Open;
        var body = parts
            .Begin(whole, texts["ProducerChanged.Preheader", name, number], texts["ProducerChanged.Heading"])
            .Paragraph(texts[isAsked ? "ProducerChanged.Text.LanguageOpen" : "ProducerChanged.Text", name, number])
            .Facts(parts.Short(whole));
        parts.AddLanguageNote(body, order);
        return parts.ToCustomer(
            Cause,
            whole,
            texts["ProducerChanged.Subject", number, order.Event.Topic],
            parts.AddManageLink(parts.AddContacts(body, whole)),
            CalendarMethod.Request,
            thread);
    }
}
