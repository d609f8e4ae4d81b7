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
        Expression<Func<Order, bool>> isWanted, CancellationToken cancellationToken)
    {
        var found = await (
                from order in db.Set<Order>().Where(isWanted)
                join producer in db.Set<Producer>() on order.ProducerId equals producer.Id
                from reserved in db.Set<Reservation>().Where(item => item.OrderId == order.Id).DefaultIfEmpty()
                select new { Order = order, Producer = producer, Reserved = reserved })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : await OfAsync(found.Order, found.Producer, found.Reserved, cancellationToken);
    }

    /// <summary>What an order's keys stand for.</summary>
    public async Task<OrderWithRelations> OfAsync(Order order, CancellationToken cancellationToken)
    {
        var found = await (
                from producer in db.Set<Producer>()
                where producer.Id == order.ProducerId
                from reserved in db.Set<Reservation>().Where(item => item.OrderId == order.Id).DefaultIfEmpty()
                select new { Producer = producer, Reserved = reserved })
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        return await OfAsync(order, found.Producer, found.Reserved, cancellationToken);
    }

    private async Task<OrderWithRelations> OfAsync(
        Order order, Producer producer, Reservation? reserved, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return new OrderWithRelations(
            order, known.Package(order.PackageId), known.Site(order.SiteId).Site, producer)
        {
            Taken = reserved is not null && reserved.Start <= order.Time.Start && reserved.End >= order.Time.End
                ? new Interval(reserved.Start, reserved.End)
                : null,
        };
    }
}
