using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Reminds the customer of an event that is about to come.</summary>
internal sealed class OrderReminderMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = "order.reminder";

    /// <param name="whole">The order.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts
            .Begin(whole, texts["Reminder.Preheader", number, Wording.ZonedSpan(order.Time)], texts["Reminder.Heading"])
            .Paragraph(texts["Reminder.Text", whole.Producer.Name, whole.LeadMinutes])
            .Facts([.. parts.Head(whole), parts.Time(order.Time), .. parts.Event(order)]);
        return parts.ToCustomer(
            Cause,
            whole,
            texts["Reminder.Subject", number, order.Event.Topic],
            parts.AddManageLink(parts.AddContacts(body, whole)),
            method: null,
            thread);
    }
}
