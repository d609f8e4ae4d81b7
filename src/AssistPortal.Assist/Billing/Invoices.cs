using System.Text.Json;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Billing;

/// <summary>Issues invoices and credit notes.</summary>
public sealed class Invoices
{
    private readonly PortalDbContext db;
    private readonly InvoiceNumbers numbers;
    private readonly WholeOrders orders;
    private readonly InvoiceMails mails;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal Invoices(
        PortalDbContext db, InvoiceNumbers numbers, WholeOrders orders, InvoiceMails mails, OutboxSignal outboxSignal, IClock clock) =>
        (this.db, this.numbers, this.orders, this.mails, this.outboxSignal, this.clock) =
            (db, numbers, orders, mails, outboxSignal, clock);

    /// <summary>
    /// Adds the invoice of a completed order, its audit entry and its mail, in the caller's transaction. Saving, and
    /// <see cref="OutboxSignal.Notify"/> afterwards, is left to the caller.
    /// </summary>
    /// <param name="order">The order with its fee lines.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the attempt; the transaction is to be rolled back then.</param>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<Invoice> IssueForCompletionAsync(Order order, Instant now, CancellationToken cancellationToken)
    {
        var charged = await ChargedAsync(order, cancellationToken);
        return await IssueAsync(order, InvoiceReason.Completion, charged.Lines, now, cancellationToken);
    }

    /// <summary>The same for a cancelled order: a share of what it would have been charged.</summary>
    /// <param name="order">The order with its fee lines.</param>
    /// <param name="percent">The share; 0 where the cancellation is free or waived.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the attempt; the transaction is to be rolled back then.</param>
    /// <returns>Null where nothing is owed.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<Invoice?> IssueForCancellationAsync(
        Order order, int percent, Instant now, CancellationToken cancellationToken)
    {
        var lines = (await ChargedAsync(order, cancellationToken)).ForCancellation(percent);
        return lines.Count == 0
            ? null
            : await IssueAsync(order, InvoiceReason.Cancellation, lines, now, cancellationToken);
    }

    /// <summary>Takes an invoice back as a whole: credit note, audit trail and mail in a transaction of its own.</summary>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="note">Why; the customer reads it.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<CreditAnswer> CreditAsync(
        Guid invoiceId, string note, Guid actorId, CancellationToken cancellationToken)
    {
        var answer = await db.InTransactionAsync(
            async again =>
            {
                var answer = await WriteCreditAsync(invoiceId, note, actorId, again);
                return (Commit: answer.Outcome == CreditOutcome.Credited, answer);
            },
            cancellationToken);
        outboxSignal.Notify();
        return answer;
    }

    private async Task<CreditAnswer> WriteCreditAsync(
        Guid invoiceId, string note, Guid actorId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var invoice = await db.Set<Invoice>().Include(item => item.Lines)
            .SingleOrDefaultAsync(item => item.Id == invoiceId && item.Kind == InvoiceKind.Invoice, cancellationToken);
        if (invoice is null)
        {
            return new CreditAnswer(CreditOutcome.Gone, null);
        }

        // The number first: of two who waive at once the second waits here, and then sees what the first has written.
        var number = await numbers.DrawAsync(now, cancellationToken);
        if (await db.Set<Invoice>().AnyAsync(item => item.CreditedId == invoiceId, cancellationToken))
        {
            return new CreditAnswer(CreditOutcome.CreditedAlready, null);
        }

        var credit = Invoice.CreditFor(invoice, note, number, now);
        db.Add(credit);
        db.Add(Entry("invoice.credited", credit, actorId, now, new { after = Facts(credit, invoice.Number) }));
        var order = await orders.Complete.AsNoTracking().SingleAsync(item => item.Id == invoice.OrderId, cancellationToken);
        await mails.CreditedAsync(await orders.OfAsync(order, cancellationToken), credit, invoice, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new CreditAnswer(CreditOutcome.Credited, credit.Number);
    }

    private async Task<Invoice> IssueAsync(
        Order order, InvoiceReason reason, IEnumerable<ChargedLine> lines, Instant now, CancellationToken cancellationToken)
    {
        var number = await numbers.DrawAsync(now, cancellationToken);
        var invoice = Invoice.For(order, reason, number, lines, now);
        db.Add(invoice);
        db.Add(Entry("invoice.issued", invoice, actorId: null, now, new { after = Facts(invoice, credited: null) }));
        await mails.IssuedAsync(await orders.OfAsync(order, cancellationToken), invoice, cancellationToken);
        return invoice;
    }

    private async Task<ChargedFee> ChargedAsync(Order order, CancellationToken cancellationToken)
    {
        var contract = await db.Set<Contract>().AsNoTracking().Include(item => item.Extras)
            .SingleOrDefaultAsync(item => item.SiteId == order.SiteId && item.PackageId == order.PackageId, cancellationToken);
        return ChargedFee.Of(order, contract);
    }

    private static object Facts(Invoice invoice, string? credited) =>
        new { invoice.Number, invoice.OrderId, invoice.TotalMinor, invoice.Currency, invoice.Note, credited };

    private static AuditEntry Entry(string action, Invoice invoice, Guid? actorId, Instant now, object details) => new()
    {
        At = now,
        ActorId = actorId,
        Action = action,
        Subject = nameof(Invoice),
        SubjectId = invoice.Id.ToString(),
        Details = JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
    };
}

/// <summary>What became of taking an invoice back.</summary>
/// <param name="Outcome">That.</param>
/// <param name="Number">The credit note's number, where there is a new one.</param>
public sealed record CreditAnswer(CreditOutcome Outcome, string? Number);

public enum CreditOutcome
{
    Credited,

    /// <summary>There is no such invoice.</summary>
    Gone,

    /// <summary>It was taken back before.</summary>
    CreditedAlready,
}
