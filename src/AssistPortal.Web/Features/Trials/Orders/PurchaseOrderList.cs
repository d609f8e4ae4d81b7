using System.Runtime.CompilerServices;
using AssistPortal.Data;
using AssistPortal.Data.Paging;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Paging;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>
/// Purchase orders of a partner: those whose WebEx part is open first, the last one first in either part.
/// </summary>
public sealed class PurchaseOrderList(PortalDbContext db, PartnerAccess access)
{
    public const int PageSize = 25;

    private const int PartSize = 200;

    private static readonly WebExState[] Open = [WebExState.Deleted, WebExState.Pending, WebExState.Waiting];

    /// <summary>A page behind a place; the first one where there is no place.</summary>
    public async Task<PurchaseOrderListModel> ReadAsync(
        Guid userId, OrderPlace? place, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(userId, place, PageSize + 1, cancellationToken);
        return new PurchaseOrderListModel([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    /// <summary>All of them, read in parts.</summary>
    public async IAsyncEnumerable<PurchaseOrderRow> AllAsync(
        Guid userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (OrderPlace? place = null; ;)
        {
            var rows = await RowsAsync(userId, place, PartSize, cancellationToken);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < PartSize)
            {
                yield break;
            }

            place = rows[^1].Place;
        }
    }

    private async Task<List<PurchaseOrderRow>> RowsAsync(
        Guid userId, OrderPlace? place, int most, CancellationToken cancellationToken)
    {
        var orders = db.Set<PurchaseOrder>().AsNoTracking();
        var open = place is { IsOpen: false }
            ? []
            : await PartAsync(
                userId, orders.Where(order => Open.Contains(order.WebEx)), place?.Key, most, cancellationToken);
        if (open.Count == most)
        {
            return open;
        }

        var key = place is { IsOpen: false } ? place.Key : null;
        var closed = orders.Where(order => !Open.Contains(order.WebEx));
        return [.. open, .. await PartAsync(userId, closed, key, most - open.Count, cancellationToken)];
    }

    private async Task<List<PurchaseOrderRow>> PartAsync(
        Guid userId, IQueryable<PurchaseOrder> orders, MomentKey? key, int most, CancellationToken cancellationToken)
    {
        var trials = access.TrialsOf(userId);
        orders = orders.Where(order => trials.Any(trial => trial.Id == order.TrialId));
        if (key is not null)
        {
            orders = orders.Beyond(order => order.OrderedAt, order => order.Id, ascending: false, key.Moment, key.Id);
        }

        var found = await orders
            .SortedBy(order => order.OrderedAt, order => order.Id, ascending: false)
            .Take(most)
            .ToListAsync(cancellationToken);
        List<Guid> ids = [.. found.Select(order => order.TrialId)];
        var trialsOf = await db.Set<Trial>().AsNoTracking()
            .Where(trial => ids.Contains(trial.Id))
            .ToDictionaryAsync(trial => trial.Id, cancellationToken);
        return [
            .. found.Select(order => new PurchaseOrderRow(order, trialsOf[order.TrialId], Open.Contains(order.WebEx))),
        ];
    }
}
