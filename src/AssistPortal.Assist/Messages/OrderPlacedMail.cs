using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the customer that the order is placed: request number, all details, fee, terms, whom to ask.
/// </summary>
internal sealed class OrderPlacedMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
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
        var number = order.RequestNumber.ToString();
        var body = parts
            .Begin(whole, texts["Placed.Preheader", number, Wording.ZonedSpan(order.Time)], texts["Placed.Heading"])
            .Paragraph(texts["Placed.Keep", number]);
        parts.AddFee(parts.AddDetails(body, whole), order, order.PlacedAt);
        return parts.AddManageLink(parts.AddContacts(body, whole));
    }
}
