using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Invoicing;

/// <summary>
/// Issues the right invoice after a wrong one was taken back, as when the contract that it went by has been put right.
/// It is reckoned anew by the contract as it is now; of a cancellation the share stays. What a coordinator adds or
/// takes off beside that stands in further lines.
/// </summary>
public sealed class InvoiceCorrections
{
    private readonly PortalDbContext db;
    private readonly InvoiceNumbers numbers;
    private readonly InvoiceWriter writer;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal InvoiceCorrections(
        PortalDbContext db,
        InvoiceNumbers numbers,
        InvoiceWriter writer,
        OutboxSignal outboxSignal,
        IClock clock) =>
        (this.db, this.numbers, this.writer, this.outboxSignal, this.clock) =
            (db, numbers, writer, outboxSignal, clock);

    /// <summary>The lines that a corrected invoice would have now; empty where nothing is to be paid.</summary>
    /// <param name="former">The invoice that was taken back, with its lines.</param>
    /// <param name="further">What a coordinator adds to it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<InvoiceLine>> ReckonAsync(
        Invoice former, IReadOnlyList<FurtherLine> further, CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>().AsNoTracking()
            .SingleAsync(item => item.Id == former.OrderId, cancellationToken);
        return InvoiceLine.Of(former.Id, await ChargeAsync(former, order, further, cancellationToken));
    }

    /// <summary>Issues it: invoice, audit trail and mail in a transaction of its own.</summary>
    /// <param name="formerId">The invoice that was taken back.</param>
    /// <param name="further">What the coordinator adds to what the rates come to.</param>
    /// <param name="shownMinor">The total that the coordinator was shown; null where the form did not tell.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<CorrectionAnswer> IssueAsync(
        Guid formerId,
        IReadOnlyList<FurtherLine> further,
        long? shownMinor,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var answer = await db.InTransactionAsync(
            async cancellationToken =>
            {
                var answer = await WriteAsync(formerId, further, shownMinor, actorId, cancellationToken);
                return (Commit: answer.Outcome == CorrectionOutcome.Issued, answer);
            },
            cancellationToken);
        outboxSignal.Notify();
        return answer;
    }

    private async Task<CorrectionAnswer> WriteAsync(
        Guid formerId,
        IReadOnlyList<FurtherLine> further,
        long? shownMinor,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var former = await db.Set<Invoice>().AsNoTracking().Include(item => item.Lines)
            .SingleAsync(item => item.Id == formerId && item.Kind == InvoiceKind.Invoice, cancellationToken);

        // The number first, as for credit notes: of two at once the second sees what the first has written.
        var number = await numbers.DrawAsync(now, cancellationToken);
        if (!await db.Set<Invoice>().AnyAsync(item => item.CreditedId == formerId, cancellationToken))
        {
            return new CorrectionAnswer(CorrectionOutcome.StillOwed, null);
        }

        if (await db.Set<Invoice>().AnyAsync(
            item =>
                item.OrderId == former.OrderId && item.Kind == InvoiceKind.Invoice && item.Revision > former.Revision,
            cancellationToken))
        {
            return new CorrectionAnswer(CorrectionOutcome.IssuedAlready, null);
        }

        var order = await db.Set<Order>().AsNoTracking()
            .SingleAsync(item => item.Id == former.OrderId, cancellationToken);
        if (!former.IsOfState(order.State))
        {
            return new CorrectionAnswer(CorrectionOutcome.OrderReopened, null);
        }

        var lines = await ChargeAsync(former, order, further, cancellationToken);
        var total = lines.Sum(line => line.AmountMinor);
        if (total == 0)
        {
            return new CorrectionAnswer(CorrectionOutcome.NothingOwed, null);
        }

        if (shownMinor is { } shown && shown != total)
        {
            return new CorrectionAnswer(CorrectionOutcome.OtherTotal, null);
        }

        if (total < 0)
        {
            return new CorrectionAnswer(CorrectionOutcome.BelowZero, null);
        }

        writer.NoteFurther(order, further, actorId, now);
        var invoice = await writer.CorrectAsync(former, order, number, lines, actorId, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new CorrectionAnswer(CorrectionOutcome.Issued, invoice.Number);
    }

    private async Task<IReadOnlyList<ChargedLine>> ChargeAsync(
        Invoice former, Order order, IReadOnlyList<FurtherLine> further, CancellationToken cancellationToken)
    {
        var charged = ChargedFee.Of(order, await db.ContractOfAsync(order, cancellationToken));
        return ChargedFee.With(
            former.Reason == InvoiceReason.Cancellation
                ? charged.ForCancellation(await ShareAsync(former, cancellationToken))
                : charged.Lines,
            further);
    }

    /// <summary>
    /// The share that cancelling costs, in percent: of the last invoice of the cancellation that names one. A corrected
    /// one may have had further lines alone, while the contract made the rest free.
    /// </summary>
    private async Task<int> ShareAsync(Invoice former, CancellationToken cancellationToken) =>
        await db.Set<Invoice>()
            .Where(item => item.OrderId == former.OrderId
                && item.Kind == InvoiceKind.Invoice
                && item.Reason == InvoiceReason.Cancellation
                && item.Revision <= former.Revision)
            .SelectMany(
                item => item.Lines.Where(line => line.Percent != null),
                (item, line) => new { item.Revision, line.Percent })
            .OrderByDescending(line => line.Revision)
            .Select(line => line.Percent)
            .FirstOrDefaultAsync(cancellationToken) ?? 0;
}

/// <summary>What became of issuing a corrected invoice.</summary>
/// <param name="Outcome">That.</param>
/// <param name="Number">Its number, where there is one.</param>
public sealed record CorrectionAnswer(CorrectionOutcome Outcome, string? Number);

public enum CorrectionOutcome
{
    Issued,

    /// <summary>The former one has not been taken back.</summary>
    StillOwed,

    /// <summary>There is a corrected one by now.</summary>
    IssuedAlready,

    /// <summary>The order was reopened: it gets another invoice when it ends again.</summary>
    OrderReopened,

    /// <summary>By the rates as they are now, and what was added, there is nothing to pay.</summary>
    NothingOwed,

    /// <summary>What was taken off is more than there is to pay.</summary>
    BelowZero,

    /// <summary>The rates have changed since the coordinator was shown the total.</summary>
    OtherTotal,
}
