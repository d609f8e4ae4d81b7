using System.Linq.Expressions;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>Reads orders with all that belongs to them.</summary>
public sealed class OrderReader(PortalDbContext db, Cached<Catalogue> catalogue)
{
    /// <summary>The order, to be looked at; null where there is none.</summary>
    public async Task<OrderWithRelations?> FindAsync(
        Expression<Func<Order, bool>> isWanted, CancellationToken cancellationToken) =>
        await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(isWanted, cancellationToken) is { } order
            ? await OfAsync(order, cancellationToken)
            : null;

    /// <summary>What an order's keys stand for.</summary>
    public async Task<OrderWithRelations> OfAsync(Order order, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return new OrderWithRelations(
            order,
            known.Package(order.PackageId),
            known.Site(order.SiteId).Site,
            await db.Set<Producer>()
                .AsNoTracking()
                .SingleAsync(producer => producer.Id == order.ProducerId, cancellationToken))
        {
            Taken = await TakenAsync(order, cancellationToken),
        };
    }

    private async Task<Interval?> TakenAsync(Order order, CancellationToken cancellationToken)
    {
        var reserved = await db.Set<Reservation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(item => item.OrderId == order.Id, cancellationToken);
        return reserved is not null && reserved.Start <= order.Time.Start && reserved.End >= order.Time.End
            ? new Interval(reserved.Start, reserved.End)
            : null;
    }

    /// <summary>Orders with all that is read of them, tracked.</summary>
    internal IQueryable<Order> Complete => db.Set<Order>();
}
