using System.Runtime.CompilerServices;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Paging;
using AssistPortal.Web.Shared.Paging;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>Finds a host's orders for the history and its export, the newest event first.</summary>
public sealed class HistoryList(PortalDbContext db, OrderWords words)
{
    public const int PageSize = 25;

    private const int PartSize = 500;

    public async Task<HistoryListModel> ReadAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        var orders = filter.Of(db, await words.ReadAsync(filter.Words, cancellationToken)).AsNoTracking();
        var (before, after) = (MomentKey.Read(filter.Input.Before), MomentKey.Read(filter.Input.After));
        if (before is null && after is { } lower)
        {
            var newer = await orders
                .Beyond(order => order.Time.Start, order => order.Id, ascending: true, lower.Moment, lower.Id)
                .SortedBy(order => order.Time.Start, order => order.Id, ascending: true)
                .Take(PageSize + 1)
                .ToListAsync(cancellationToken);
            if (newer.Count > PageSize)
            {
                return await ModelAsync(
                    [.. newer.Take(PageSize).Reverse()], hasNewer: true, hasOlder: true, cancellationToken);
            }
        }

        var found = await Below(orders, before).Take(PageSize + 1).ToListAsync(cancellationToken);
        return await ModelAsync(
            [.. found.Take(PageSize)], before is not null, found.Count > PageSize, cancellationToken);
    }

    /// <summary>Sites and packages of all that the host has ordered, by their keys.</summary>
    public async Task<IReadOnlyList<(int SiteId, int PackageId)>> KindsAsync(
        Guid hostUserId, CancellationToken cancellationToken) =>
        [
            .. (await db.Set<Order>().Where(order => order.HostUserId == hostUserId)
                .Select(order => new { order.SiteId, order.PackageId })
                .Distinct()
                .ToListAsync(cancellationToken)).Select(kind => (kind.SiteId, kind.PackageId)),
        ];

    /// <summary>All that fit, with their reports, read in parts.</summary>
    public async IAsyncEnumerable<HistoryRow> ReadAllAsync(
        HistoryFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = filter.Of(db, await words.ReadAsync(filter.Words, cancellationToken))
            .AsNoTracking()
            .Include(order => order.Report);
        for (MomentKey? last = null; ;)
        {
            var part = await RowsAsync(
                await Below(all, last).Take(PartSize).ToListAsync(cancellationToken), cancellationToken);
            foreach (var row in part)
            {
                yield return row;
            }

            if (part.Count < PartSize)
            {
                yield break;
            }

            last = part[^1].Key;
        }
    }

    private static IQueryable<Order> Below(IQueryable<Order> orders, MomentKey? place) =>
        (place is null
            ? orders
            : orders.Beyond(order => order.Time.Start, order => order.Id, ascending: false, place.Moment, place.Id))
            .SortedBy(order => order.Time.Start, order => order.Id, ascending: false);

    private async Task<HistoryListModel> ModelAsync(
        IReadOnlyList<Order> orders, bool hasNewer, bool hasOlder, CancellationToken cancellationToken) =>
        new(await RowsAsync(orders, cancellationToken), hasNewer, hasOlder);

    private async Task<IReadOnlyList<HistoryRow>> RowsAsync(
        IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        var ids = orders.Select(order => order.Id).ToList();
        var invoices = (await db.Set<Invoice>()
            .Where(invoice => ids.Contains(invoice.OrderId))
            .OrderBy(invoice => invoice.Year).ThenBy(invoice => invoice.Sequence)
            .Select(invoice =>
                new { invoice.OrderId, invoice.Year, invoice.Sequence, invoice.TotalMinor, invoice.Currency })
            .ToListAsync(cancellationToken)).ToLookup(
                invoice => invoice.OrderId,
                invoice => new HistoryInvoice(
                    Invoice.NumberOf(invoice.Year, invoice.Sequence), new Money(invoice.TotalMinor, invoice.Currency)));
        return [.. orders.Select(order => new HistoryRow(order, [.. invoices[order.Id]]))];
    }
}

/// <summary>An order of the history.</summary>
/// <param name="Order">The order.</param>
/// <param name="Invoices">Its invoice and credit note.</param>
public sealed record HistoryRow(Order Order, IReadOnlyList<HistoryInvoice> Invoices)
{
    public MomentKey Key => new(Order.Time.Start, Order.Id);

    /// <summary>What was charged without what was given back; null while there is no invoice.</summary>
    public Money? Charged => Invoices is [var first, ..]
        ? new Money(Invoices.Sum(invoice => invoice.Total.Minor), first.Total.Currency)
        : null;
}

/// <summary>An invoice or credit note of an order: credit notes are negative.</summary>
public sealed record HistoryInvoice(string Number, Money Total);

/// <summary>A page of the history.</summary>
/// <param name="Rows">The newest event first.</param>
/// <param name="HasNewer">Whether there is a page before.</param>
/// <param name="HasOlder">Whether there is a page after.</param>
public sealed record HistoryListModel(IReadOnlyList<HistoryRow> Rows, bool HasNewer, bool HasOlder);
