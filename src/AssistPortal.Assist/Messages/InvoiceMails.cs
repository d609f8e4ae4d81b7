using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;

namespace AssistPortal.Assist.Messages;

/// <summary>The mails about invoices, to the order's contact. Saving is left to the caller.</summary>
internal sealed class InvoiceMails(Outbox outbox, InvoiceIssuedMail issued, InvoiceCreditedMail credited)
{
    /// <param name="whole">The order.</param>
    /// <param name="invoice">Its invoice.</param>
    /// <param name="former">The one that was taken back before it; null for the first.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task IssuedAsync(
        OrderWithRelations whole, Invoice invoice, Invoice? former, CancellationToken cancellationToken) =>
        outbox.Write(issued.For(whole, invoice, await ThreadAsync(whole, cancellationToken), former));

    public async Task CreditedAsync(
        OrderWithRelations whole, Invoice credit, Invoice invoice, CancellationToken cancellationToken) =>
        outbox.Write(credited.For(whole, credit, invoice, await ThreadAsync(whole, cancellationToken)));

    private Task<string?> ThreadAsync(OrderWithRelations whole, CancellationToken cancellationToken) =>
        outbox.FindThreadAsync(whole.Order.Id.ToString(), whole.Order.Contact.Email, cancellationToken);
}

internal static class InvoiceRevisions
{
    /// <summary>An order that has ended changes no more, but its invoices may: each revision has its mail.</summary>
    public static MailToWrite OfInvoice(this MailToWrite mail, Invoice invoice) =>
        mail with { Revision = mail.Revision + invoice.Revision - 1 };
}
