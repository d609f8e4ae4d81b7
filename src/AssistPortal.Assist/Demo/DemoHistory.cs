using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>What came of the past orders of the demo data: reports, recordings, invoices, a late cancellation, a credit note.</summary>
/// <remarks>Demo data is filled in one transaction.</remarks>
internal sealed class DemoHistory(PortalDbContext db, InvoiceNumbers numbers)
{
    /// <param name="past">The orders, saved.</param>
    /// <param name="coordinatorId">Who completes them.</param>
    /// <param name="cancellationToken">Ends the filling.</param>
    public async Task AddAsync(
        IEnumerable<(Guid OrderId, DemoOrder Demo)> past, Guid coordinatorId, CancellationToken cancellationToken)
    {
        var ends = past.ToDictionary(item => item.OrderId, item => item.Demo);
        var orders = await db.Set<Order>().AsNoTracking().Where(order => ends.Keys.Contains(order.Id)).ToListAsync(cancellationToken);

        // Numbers follow the dates of the invoices.
        foreach (var (orderId, at) in orders.Select(order => (order.Id, At: EndOf(order, ends[order.Id]))).OrderBy(item => item.At))
        {
            var order = await db.Set<Order>().Include(item => item.FeeLines).Include(item => item.CancellationTiers)
                .Include(item => item.Recordings).SingleAsync(item => item.Id == orderId, cancellationToken);
            var invoice = ends[orderId].CancelledHoursBefore is null
                ? await CompleteAsync(order, ends[orderId], at, coordinatorId, cancellationToken)
                : await CancelAsync(order, at, cancellationToken);
            if (ends[orderId].CreditNote is { } note)
            {
                var later = at + Duration.FromDays(2);
                db.Add(Invoice.CreditFor(invoice, note, await numbers.DrawAsync(later, cancellationToken), later));
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static Instant EndOf(Order order, DemoOrder demo) => demo.CancelledHoursBefore is { } hours
        ? order.Time.Start - Duration.FromHours(hours)
        : order.Time.End + Duration.FromHours(3);

    private async Task<Invoice> CompleteAsync(
        Order order, DemoOrder demo, Instant at, Guid coordinatorId, CancellationToken cancellationToken)
    {
        var site = demo.Event!.Site;
        order.Complete(at);
        order.NoteReport(
            demo.Event.Attendees * 9 / 10,
            demo.Event.Attendees * 7 / 10,
            Enumerable.Range(1, demo.Recordings).Select(number => new Uri($"https://{site}/recordings/{order.Number}-{number}")),
            at);
        db.Add(Entry("order.completed", order, coordinatorId, at));
        return await IssueAsync(order, InvoiceReason.Completion, ChargedFee.Of(order, contract: null).Lines, at, cancellationToken);
    }

    private async Task<Invoice> CancelAsync(Order order, Instant at, CancellationToken cancellationToken)
    {
        var percent = order.CancellationFeeAt(at).Percent;
        order.Cancel(at);
        await db.Set<Reservation>().Where(item => item.OrderId == order.Id).ExecuteDeleteAsync(cancellationToken);
        db.Add(Entry("order.cancelled", order, order.HostUserId, at));
        var lines = ChargedFee.Of(order, contract: null).ForCancellation(percent);
        return await IssueAsync(order, InvoiceReason.Cancellation, lines, at, cancellationToken);
    }

    private async Task<Invoice> IssueAsync(
        Order order, InvoiceReason reason, IEnumerable<ChargedLine> lines, Instant at, CancellationToken cancellationToken)
    {
        var invoice = Invoice.For(order, reason, await numbers.DrawAsync(at, cancellationToken), lines, at);
        db.Add(invoice);
        return invoice;
    }

    private static AuditEntry Entry(string action, Order order, Guid actorId, Instant at) => new()
    {
        At = at, ActorId = actorId, Action = action, Subject = nameof(Order), SubjectId = $"{order.Id}",
    };
}
