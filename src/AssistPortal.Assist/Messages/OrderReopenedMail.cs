using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer that the order is not completed after all, and why.</summary>
internal sealed class OrderReopenedMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = "order.reopened";

    /// <param name="whole">The order.</param>
    /// <param name="reason">Why; it stands on the credit note too.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, string reason, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts.Begin(whole, texts["Reopened.Preheader", number], texts["Reopened.Heading"])
            .Paragraph(texts["Reopened.Text"])
            .Facts([new MailFact(texts["Credit.Note"], reason), .. parts.Short(whole)])
            .Heading(texts["Placed.Contacts"])
            .Facts(parts.Coordinators());
        return parts.ToCustomer(
            Cause, whole, texts["Reopened.Subject", number, order.Event.Topic], body, method: null, thread);
    }
}
