using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer that an invoice is taken back, and why.</summary>
internal sealed class InvoiceCreditedMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = "invoice.credited";

    /// <param name="whole">The order.</param>
    /// <param name="credit">The credit note.</param>
    /// <param name="invoice">The invoice that it takes back.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, Invoice credit, Invoice invoice, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts.Begin(whole, texts["Credit.Preheader", invoice.Number, number], texts["Credit.Heading"])
            .Paragraph(texts["Credit.Text", credit.Number, invoice.Number])
            .Facts(
            [
                new MailFact(texts["Credit.Number"], credit.Number),
                new MailFact(texts["Credit.Of"], invoice.Number),
                new MailFact(texts["Invoice.Date"], Wording.UtcDate(credit.IssuedAt)),
                new MailFact(texts["Credit.Amount"], credit.Total.ToString()),
                new MailFact(texts["Credit.Note"], credit.Note),
                .. parts.Short(whole, credit.Print),
            ])
            .Link(texts["Credit.Open"], parts.LinkTo($"invoices/{credit.Number}"))
            .Paragraph(texts["Invoice.OpenNote"])
            .Heading(texts["Placed.Contacts"])
            .Facts(parts.Coordinators());
        return parts.ToCustomer(
                Cause,
                whole,
                texts["Credit.Subject", credit.Number, number, order.Event.Topic],
                body,
                method: null,
                thread)
            .OfInvoice(credit);
    }
}
