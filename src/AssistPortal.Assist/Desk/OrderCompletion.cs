using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>Marks orders as completed, with how the event went. That makes the invoice.</summary>
public sealed class OrderCompletion
{
    private readonly PortalDbContext db;
    private readonly OrderConsequences consequences;
    private readonly Invoices invoices;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal OrderCompletion(
        PortalDbContext db,
        OrderConsequences consequences,
        Invoices invoices,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.consequences = consequences;
        this.invoices = invoices;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>Completes an order, or notes another report for a completed one: all or nothing.</summary>
    /// <param name="seen">The order as the coordinator saw it.</param>
    /// <param name="report">How the event went.</param>
    /// <param name="words">What the coordinator says to the customer with it; null for nothing.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<DeskOutcome> CompleteAsync(
        SeenCompletion seen,
        PostEventReport report,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var outcome = await db.DeskActAsync(
            cancellationToken => WriteAsync(seen, report, words, actorId, cancellationToken),
            cancellationToken);
        outboxSignal.Notify();
        return outcome;
    }

    private async Task<DeskOutcome> WriteAsync(
        SeenCompletion seen,
        PostEventReport report,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var (orderId, version, total, further) = seen;
        var now = clock.GetCurrentInstant();
        var order = await db.Set<Order>()
            .Include(item => item.Report)
            .Include(item => item.Recordings)
            .SingleAsync(item => item.Id == orderId, cancellationToken);
        if (order.Version != version)
        {
            return DeskOutcome.ChangedMeanwhile;
        }

        var isNew = order.State == OrderState.Placed;
        if (isNew ? !order.CanCompleteAt(now) : order.State != OrderState.Completed)
        {
            return DeskOutcome.NotPossible;
        }

        var isReported = order.IsReported(report.Registered, report.Attended, report.Recordings);
        if (!isNew && isReported)
        {
            return DeskOutcome.NothingDiffers;
        }

        if (isNew && total is not null && total != await TotalAsync(order, further, cancellationToken))
        {
            return DeskOutcome.OtherTotal;
        }

        var before = ReportSnapshot.Of(order);
        var isCorrected = order.Report is not null && !isReported;
        if (isNew)
        {
            order.Complete(now);
        }

        // The order first: of two at once the second is told by its version, not by a key of the invoices or
        // recordings.
        db.Touch(order);
        await db.SaveChangesAsync(cancellationToken);
        if (isNew)
        {
            await consequences.CompletedAsync(order, further, actorId, now, cancellationToken);
        }

        order.NoteReport(report.Registered, report.Attended, report.Recordings, now);
        var change = Change.Between(before, ReportSnapshot.Of(order));
        OrderRecord record = isNew ? new OrderCompleted(orderId, change) : new OrderReportChanged(orderId, change);
        var noted = report with { IsCorrected = isCorrected };
        await consequences.ReportedAsync(order, noted, record, actorId, words, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return DeskOutcome.Done;
    }

    private async Task<long> TotalAsync(
        Order order, IReadOnlyList<FurtherLine> further, CancellationToken cancellationToken) =>
        (await invoices.ForecastAsync(order, further, cancellationToken)).Sum(line => line.AmountMinor);
}
