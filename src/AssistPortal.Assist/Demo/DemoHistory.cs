using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>
/// What came of the past orders of the demo data: reports, recordings, invoices, a late cancellation, a credit note.
/// </summary>
/// <remarks>Demo data is filled in one transaction.</remarks>
internal sealed class DemoHistory(PortalDbContext db, InvoiceNumbers numbers, IOptions<MailOptions> mail)
{
    /// <param name="past">The orders, saved.</param>
    /// <param name="coordinatorId">Who completes them.</param>
    /// <param name="cancellationToken">Ends the filling.</param>
    public async Task AddAsync(
        IEnumerable<(DemoOrder Demo, Order Order)> past, Guid coordinatorId, CancellationToken cancellationToken)
    {
        // Numbers follow the dates of the invoices.
        foreach (var (demo, order, at) in past
            .Select(item => (item.Demo, item.Order, At: EndOf(item.Order, item.Demo)))
            .OrderBy(item => item.At))
        {
            var invoice = demo.CancelledHoursBefore is null
                ? await CompleteAsync(order, demo, at, coordinatorId, cancellationToken)
                : await CancelAsync(order, at, cancellationToken);
            if (demo.CreditNote is { } note)
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
        var before = ReportSnapshot.Of(order);
        order.Complete(at);
        order.NoteReport(
            demo.Event.Attendees * 9 / 10,
            demo.Event.Attendees * 7 / 10,
            Enumerable.Range(1, demo.Recordings)
                .Select(number => new Uri($"https://{site}/recordings/{order.Number}-{number}")),
            at);
        db.Audit(new OrderCompleted(order.Id, Change.Between(before, ReportSnapshot.Of(order))), coordinatorId, at);
        return await IssueAsync(
            order, InvoiceReason.Completion, ChargedFee.Of(order, contract: null).Lines, at, cancellationToken);
    }

    private async Task<Invoice> CancelAsync(Order order, Instant at, CancellationToken cancellationToken)
    {
        var quote = CancellationQuote.Of(order, contract: null, at);
        order.Cancel(at, quote.Amount.Minor);
        await db.Set<Reservation>().Where(item => item.OrderId == order.Id).ExecuteDeleteAsync(cancellationToken);
        db.Audit(
            new OrderCancelled(order.Id, order.Time.Start, order.ProducerId, quote.Amount, quote.Percent, Reason: null),
            order.OrderedById,
            at);
        return await IssueAsync(order, InvoiceReason.Cancellation, quote.Lines, at, cancellationToken);
    }

    private async Task<Invoice> IssueAsync(
        Order order,
        InvoiceReason reason,
        IEnumerable<ChargedLine> lines,
        Instant at,
        CancellationToken cancellationToken)
    {
        var site = await db.Set<Site>().SingleAsync(item => item.Id == order.SiteId, cancellationToken);
        var package = await db.Set<ServicePackage>().Include(item => item.Texts)
            .SingleAsync(item => item.Id == order.PackageId, cancellationToken);
        var print = InvoicePrint.Of(site, package, mail.Value.ReplyTo ?? mail.Value.From);
        var invoice = Invoice.For(order, reason, await numbers.DrawAsync(at, cancellationToken), lines, print, at);
        db.Add(invoice);
        return invoice;
    }
}
