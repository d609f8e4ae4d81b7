using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;

namespace AssistPortal.Assist.Messages;

/// <summary>The mails about invoices, to the order's contact. Saving is left to the caller.</summary>
public sealed class InvoiceMails(Outbox outbox, InvoiceIssuedMail issued, InvoiceCreditedMail credited)
{
    public async Task IssuedAsync(WholeOrder whole, Invoice invoice, CancellationToken cancellationToken) =>
        outbox.Write(issued.For(whole, invoice, await ThreadAsync(whole, cancellationToken)));

    public async Task CreditedAsync(WholeOrder whole, Invoice credit, Invoice invoice, CancellationToken cancellationToken) =>
        outbox.Write(credited.For(whole, credit, invoice, await ThreadAsync(whole, cancellationToken)));

    private Task<string?> ThreadAsync(WholeOrder whole, CancellationToken cancellationToken) =>
        outbox.FindThreadAsync(whole.Order.Id.ToString(), whole.Order.Contact.Email, cancellationToken);
}
