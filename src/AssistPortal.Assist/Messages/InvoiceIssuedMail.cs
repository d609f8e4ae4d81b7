using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer what is owed for an order, line by line.</summary>
internal sealed class InvoiceIssuedMail(
    IStringLocalizer<AssistTexts> texts, Wording wording, OrderMailParts parts)
{
    public const string Cause = "invoice.issued";

    /// <param name="whole">The order.</param>
    /// <param name="invoice">Its invoice.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    /// <param name="former">The invoice that it corrects, which was taken back; null for the first one.</param>
    public MailToWrite For(OrderWithRelations whole, Invoice invoice, string? thread, Invoice? former = null)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var lines = invoice.Lines.OrderBy(line => line.Position)
            .Select(line => new MailFact(wording.Fee(line), new Money(line.AmountMinor, invoice.Currency).ToString()));
        var reason = former is not null
            ? texts["Invoice.Corrects", former.Number]
            : invoice.Reason == InvoiceReason.Cancellation
                ? texts["Invoice.ForCancellation"]
                : texts["Invoice.ForEvent"];
        var body = parts
            .Begin(whole, texts["Invoice.Preheader", invoice.Number, number, invoice.Total], texts["Invoice.Heading"])
            .Paragraph(reason)
            .Facts(
            [
                new MailFact(texts["Invoice.Number"], invoice.Number),
                new MailFact(texts["Invoice.Date"], Wording.UtcDate(invoice.IssuedAt)),
                .. parts.Short(whole, invoice.Print),
            ])
            .Heading(texts["Invoice.Lines"])
            .Facts([.. lines, new MailFact(texts["Fee.Total"], invoice.Total.ToString())])
            .Link(texts["Invoice.Open"], parts.LinkTo($"invoices/{invoice.Number}"))
            .Paragraph(texts["Invoice.OpenNote"])
            .Heading(texts["Placed.Contacts"])
            .Facts(parts.Coordinators());
        return parts.ToCustomer(
                Cause,
                whole,
                texts["Invoice.Subject", invoice.Number, number, order.Event.Topic],
                body,
                method: null,
                thread)
            .OfInvoice(invoice);
    }
}
