using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Invoicing;

/// <summary>Issues invoices and takes them back. Where nothing is to be paid there is no invoice.</summary>
public sealed class Invoices
{
    private readonly PortalDbContext db;
    private readonly InvoiceNumbers numbers;
    private readonly InvoiceWriter writer;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal Invoices(
        PortalDbContext db,
        InvoiceNumbers numbers,
        InvoiceWriter writer,
        OutboxSignal outboxSignal,
        IClock clock) =>
        (this.db, this.numbers, this.writer, this.outboxSignal, this.clock) =
            (db, numbers, writer, outboxSignal, clock);

    /// <summary>The lines of the invoice that completing an order would issue now.</summary>
    /// <param name="order">The order with its fee lines.</param>
    /// <param name="further">What a coordinator adds to it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<InvoiceLine>> ForecastAsync(
        Order order, IReadOnlyList<FurtherLine> further, CancellationToken cancellationToken) =>
        InvoiceLine.Of(Guid.Empty, ChargedFee.With(await ChargeAsync(order, cancellationToken), further));

    /// <summary>The further lines of an order's last invoice, taken back when it was reopened.</summary>
    public async Task<IReadOnlyList<FurtherLine>> FormerLinesAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var last = await db.Set<Invoice>().AsNoTracking()
            .Include(item => item.Lines)
            .Where(item => item.OrderId == orderId && item.Kind == InvoiceKind.Invoice)
            .OrderByDescending(item => item.Revision)
            .FirstOrDefaultAsync(cancellationToken);
        return last?.FurtherLines ?? [];
    }

    /// <summary>
    /// Adds the invoice of a completed order, its audit entry and its mail, in the caller's transaction, which has
    /// saved the order: of two at once the second is told so by the order's version. Saving, and
    /// <see cref="OutboxSignal"/> afterwards, is left to the caller.
    /// </summary>
    /// <param name="order">The order with its fee lines.</param>
    /// <param name="further">What a coordinator adds to it.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the attempt; the transaction is to be rolled back then.</param>
    /// <returns>Null where nothing is owed.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no transaction, or the total would be below zero.
    /// </exception>
    public async Task<Invoice?> IssueForCompletionAsync(
        Order order,
        IReadOnlyList<FurtherLine> further,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        var lines = ChargedFee.With(await ChargeAsync(order, cancellationToken), further);
        writer.NoteFurther(order, further, actorId, now);
        return await writer.IssueAsync(order, InvoiceReason.Completion, lines, now, cancellationToken);
    }

    private async Task<IReadOnlyList<ChargedLine>> ChargeAsync(Order order, CancellationToken cancellationToken) =>
        ChargedFee.Of(order, await db.ContractOfAsync(order, cancellationToken)).Lines;

    /// <summary>The same for a cancelled order.</summary>
    /// <param name="order">The order with its fee lines.</param>
    /// <param name="quote">What it costs.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the attempt; the transaction is to be rolled back then.</param>
    /// <returns>Null where nothing is owed.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public Task<Invoice?> IssueForCancellationAsync(
        Order order, CancellationQuote quote, Instant now, CancellationToken cancellationToken) =>
        writer.IssueAsync(order, InvoiceReason.Cancellation, quote.Lines, now, cancellationToken);

    /// <summary>The invoice that an order owes now; null where it has none, or it was taken back.</summary>
    public Task<Invoice?> FindOwedAsync(Guid orderId, CancellationToken cancellationToken) =>
        db.Set<Invoice>().AsNoTracking()
            .Include(item => item.Lines)
            .SingleOrDefaultAsync(
                item => item.OrderId == orderId && item.Kind == InvoiceKind.Invoice
                    && !db.Set<Invoice>().Any(credit => credit.CreditedId == item.Id),
                cancellationToken);

    /// <summary>
    /// Whether a completed order can be reopened: nothing was charged for its completion, or what was can be taken
    /// back.
    /// </summary>
    public async Task<bool> AllowReopeningAsync(Order order, CancellationToken cancellationToken) =>
        order.CompletedAt is { } completedAt
        && (await FindOwedAsync(order.Id, cancellationToken) is not null
            || !await AnySinceAsync(order.Id, completedAt, cancellationToken));

    /// <summary>
    /// Takes back what an order owes that is reopened, in the caller's transaction, which has saved the order. Saving,
    /// and <see cref="OutboxSignal"/> afterwards, is left to the caller.
    /// </summary>
    /// <param name="order">The order with its fee lines.</param>
    /// <param name="completedAt">When it was completed.</param>
    /// <param name="note">Why; the customer reads it.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the attempt; the transaction is to be rolled back then.</param>
    /// <returns>False where its invoice was taken back before: the transaction is to be rolled back then.</returns>
    internal async Task<bool> TakeBackAsync(
        Order order,
        Instant completedAt,
        string note,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (await FindOwedAsync(order.Id, cancellationToken) is null
            && !await AnySinceAsync(order.Id, completedAt, cancellationToken))
        {
            return true;
        }

        // The number first, as for every credit note.
        var number = await numbers.DrawAsync(now, cancellationToken);
        if (await FindOwedAsync(order.Id, cancellationToken) is not { } owed)
        {
            return false;
        }

        await writer.CreditAsync(owed, order, note, number, actorId, now, cancellationToken);
        return true;
    }

    /// <summary>
    /// Whether its completion was charged: an order that was reopened may have been completed for nothing after that.
    /// </summary>
    private Task<bool> AnySinceAsync(Guid orderId, Instant completedAt, CancellationToken cancellationToken) =>
        db.Set<Invoice>().AnyAsync(
            item => item.OrderId == orderId && item.IssuedAt >= completedAt, cancellationToken);

    /// <summary>
    /// Takes an invoice back as a whole: credit note, audit trail and mail in a transaction of its own.
    /// </summary>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="note">Why; the customer reads it.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<CreditAnswer> CreditAsync(
        Guid invoiceId, string note, Guid actorId, CancellationToken cancellationToken)
    {
        var answer = await db.InTransactionAsync(
            async cancellationToken =>
            {
                var answer = await WriteCreditAsync(invoiceId, note, actorId, cancellationToken);
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

        var order = await db.Set<Order>().AsNoTracking()
            .SingleAsync(item => item.Id == invoice.OrderId, cancellationToken);
        var credit = await writer.CreditAsync(invoice, order, note, number, actorId, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new CreditAnswer(CreditOutcome.Credited, credit.Number);
    }
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
