using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Invoicing.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Invoicing;

/// <summary>
/// Adds invoices and credit notes, each with its number, audit entry and mail, in the caller's transaction. Saving is
/// left to the caller.
/// </summary>
internal sealed class InvoiceWriter(
    PortalDbContext db, InvoiceNumbers numbers, OrderReader orders, InvoiceMails mails, IOptions<MailOptions> mail)
{
    /// <summary>
    /// The invoice of an order that has ended; nothing to pay makes none. Of one that was reopened before it takes the
    /// place of the one that was taken back then.
    /// </summary>
    public async Task<Invoice?> IssueAsync(
        Order order,
        InvoiceReason reason,
        IReadOnlyList<ChargedLine> lines,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (lines.Sum(line => line.AmountMinor) == 0)
        {
            return null;
        }

        var number = await numbers.DrawAsync(now, cancellationToken);
        var whole = await orders.OfAsync(order, cancellationToken);
        var former = await FindTakenBackAsync(order.Id, cancellationToken);
        var invoice = former is null
            ? Invoice.For(order, reason, number, lines, PrintOf(whole), now)
            : Invoice.InPlaceOf(former, order, reason, number, lines, PrintOf(whole), now);
        db.Add(invoice);
        db.Audit(new InvoiceIssued(invoice.Id, invoice.Number, order.Id, invoice.Total), AuditActor.Portal, now);
        await mails.IssuedAsync(whole, invoice, former, cancellationToken);
        return invoice;
    }

    /// <summary>Who has added what, and why: lines that follow from no rates are somebody's decision.</summary>
    public void NoteFurther(Order order, IReadOnlyList<FurtherLine> further, Guid actorId, Instant now)
    {
        foreach (var (text, amount, reason) in further)
        {
            db.Audit(new FurtherLineCharged(order.Id, text, new Money(amount, order.Currency), reason), actorId, now);
        }
    }

    /// <summary>A corrected invoice, whose number is drawn already.</summary>
    public async Task<Invoice> CorrectAsync(
        Invoice former,
        Order order,
        InvoiceNumber number,
        IReadOnlyList<ChargedLine> lines,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        var whole = await orders.OfAsync(order, cancellationToken);
        var invoice = Invoice.InPlaceOf(former, order, former.Reason, number, lines, PrintOf(whole), now);
        db.Add(invoice);
        db.Audit(
            new InvoiceCorrected(invoice.Id, invoice.Number, order.Id, invoice.Total, former.Number), actorId, now);
        await mails.IssuedAsync(whole, invoice, former, cancellationToken);
        return invoice;
    }

    /// <summary>A credit note, whose number is drawn already.</summary>
    public async Task<Invoice> CreditAsync(
        Invoice invoice,
        Order order,
        string note,
        InvoiceNumber number,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        var credit = Invoice.CreditFor(invoice, note, number, now);
        db.Add(credit);
        var record = new InvoiceCredited(credit.Id, credit.Number, order.Id, credit.Total, credit.Note, invoice.Number);
        db.Audit(record, actorId, now);
        await mails.CreditedAsync(await orders.OfAsync(order, cancellationToken), credit, invoice, cancellationToken);
        return credit;
    }

    /// <summary>The last one of an order that was taken back.</summary>
    private Task<Invoice?> FindTakenBackAsync(Guid orderId, CancellationToken cancellationToken) =>
        db.Set<Invoice>().AsNoTracking()
            .Where(item =>
                item.OrderId == orderId && db.Set<Invoice>().Any(credit => credit.CreditedId == item.Id))
            .OrderByDescending(item => item.Revision)
            .FirstOrDefaultAsync(cancellationToken);

    private InvoicePrint PrintOf(OrderWithRelations whole) =>
        InvoicePrint.Of(whole.Site, whole.Package, mail.Value.ReplyTo ?? mail.Value.From);
}
