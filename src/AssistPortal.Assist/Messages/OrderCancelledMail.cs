using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer that the order is cancelled, and what that costs.</summary>
internal sealed class OrderCancelledMail(IStringLocalizer<AssistTexts> texts, Wording wording, OrderMailParts parts)
{
    public const string Cause = "order.cancelled";

    /// <param name="whole">The cancelled order.</param>
    /// <param name="quote">What that costs.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, CancellationQuote quote, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts.Begin(whole, texts["Cancelled.Preheader", number], texts["Cancelled.Heading"])
            .Paragraph(texts["Cancelled.Done", number])
            .Facts(parts.Short(whole))
            .Heading(texts["Terms.Title"]);
        if (quote.IsFree)
        {
            body.Paragraph(texts["Cancelled.Free"]);
        }
        else
        {
            body.Facts(
                new MailFact(quote.IsByContract ? texts["Fee.ByContract"] : texts["Fee.Title"], quote.Whole.ToString()),
                new MailFact(texts["Cancelled.Share", quote.Percent], quote.Amount.ToString()));
            if (quote.Percent == order.LeastCancellationPercent && wording.LeastCancellation(order) is { } least)
            {
                body.Paragraph(least);
            }
        }

        body.Paragraph(texts["Cancelled.Meeting", whole.Site.Name])
            .Heading(texts["Placed.Contacts"])
            .Facts(parts.Coordinators());
        return parts.ToCustomer(
            Cause, whole, texts["Cancelled.Subject", number, order.Event.Topic], body, CalendarMethod.Cancel, thread);
    }
}
