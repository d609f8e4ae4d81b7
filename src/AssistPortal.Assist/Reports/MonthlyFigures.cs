using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Reports;

/// <summary>
/// Adds up orders and invoices by month and package: one statement each, in which every month is a range of an index
/// that holds all that is added up. Databases have no common way to tell the month of a moment.
/// </summary>
public sealed class MonthlyFigures(PortalDbContext db)
{
    /// <summary>Most months of one report.</summary>
    public const int MostMonths = 36;

    /// <summary>The figures of some months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="MostMonths"/>.</exception>
    public async Task<Report> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var months = question.Months;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months.Count, MostMonths);
        if (months.Count == 0)
        {
            return new Report([], [], []);
        }

        List<Interval> times = [.. months.Select(TimeOf)];
        return new Report(
            months,
            await OrdersAsync(question, months, times, cancellationToken),
            await RevenueAsync(question, months, times, cancellationToken));
    }

    private async Task<IReadOnlyList<ReportedOrders>> OrdersAsync(
        ReportQuestion question,
        IReadOnlyList<YearMonth> months,
        IReadOnlyList<Interval> times,
        CancellationToken cancellationToken)
    {
        var orders = db.Set<Order>().AsNoTracking();
        orders = question.SiteId is { } siteId ? orders.Where(order => order.SiteId == siteId) : orders;
        orders = question.PackageId is { } packageId ? orders.Where(order => order.PackageId == packageId) : orders;
        var counted = await times
            .Select((time, place) => OrdersOf(orders, time.Start, time.End, place))
            .Aggregate((all, part) => all.Concat(part))
            .ToListAsync(cancellationToken);
        return
        [
            .. counted.GroupBy(row => (row.Place, row.PackageId)).Select(group =>
            {
                var kept = group.Where(row => row.State != OrderState.Cancelled).ToList();
                var count = group.Sum(row => row.Count);
                return new ReportedOrders(
                    months[group.Key.Place],
                    group.Key.PackageId,
                    count,
                    count - kept.Sum(row => row.Count),
                    kept.Sum(row => row.Minutes));
            }),
        ];
    }

    private async Task<IReadOnlyList<ReportedRevenue>> RevenueAsync(
        ReportQuestion question,
        IReadOnlyList<YearMonth> months,
        IReadOnlyList<Interval> times,
        CancellationToken cancellationToken)
    {
        var invoices = db.Set<Invoice>().AsNoTracking();
        invoices = question.SiteId is { } siteId ? invoices.Where(item => item.SiteId == siteId) : invoices;
        invoices = question.PackageId is { } packageId ? invoices.Where(item => item.PackageId == packageId) : invoices;
        var added = await times
            .Select((time, place) => InvoicesOf(invoices, time.Start, time.End, place))
            .Aggregate((all, part) => all.Concat(part))
            .ToListAsync(cancellationToken);
        return
        [
            .. added.GroupBy(row => (row.Place, row.PackageId, row.Currency)).Select(group => new ReportedRevenue(
                months[group.Key.Place],
                group.Key.PackageId,
                group.Key.Currency,
                group.Sum(row => row.TotalMinor),
                group.Where(row => row.Reason == InvoiceReason.Cancellation).Sum(row => row.TotalMinor))),
        ];
    }

    private static IQueryable<OrderSums> OrdersOf(IQueryable<Order> orders, Instant from, Instant to, int place) =>
        orders.Where(order => order.Time.Start >= from && order.Time.Start < to)
            .GroupBy(order => new { order.PackageId, order.State })
            .Select(group => new OrderSums
            {
                Place = place,
                PackageId = group.Key.PackageId,
                State = group.Key.State,
                Count = group.Count(),
                Minutes = group.Sum(order => (long)order.Time.DurationMinutes),
            });

    private static IQueryable<InvoiceSums> InvoicesOf(
        IQueryable<Invoice> invoices, Instant from, Instant to, int place) =>
        invoices.Where(invoice => invoice.IssuedAt >= from && invoice.IssuedAt < to)
            .GroupBy(invoice => new { invoice.PackageId, invoice.Currency, invoice.Reason })
            .Select(group => new InvoiceSums
            {
                Place = place,
                PackageId = group.Key.PackageId,
                Currency = group.Key.Currency,
                Reason = group.Key.Reason,
                TotalMinor = group.Sum(invoice => invoice.TotalMinor),
            });

    private static Interval TimeOf(YearMonth month) => new(StartOf(month), StartOf(month.PlusMonths(1)));

    private static Instant StartOf(YearMonth month) => month.OnDayOfMonth(1).AtMidnight().InUtc().ToInstant();

    private sealed class OrderSums
    {
        public required int Place { get; init; }

        public required int PackageId { get; init; }

        public required OrderState State { get; init; }

        public required int Count { get; init; }

        public required long Minutes { get; init; }
    }

    private sealed class InvoiceSums
    {
        public required int Place { get; init; }

        public required int PackageId { get; init; }

        public required string Currency { get; init; }

        public required InvoiceReason Reason { get; init; }

        public required long TotalMinor { get; init; }
    }
}
