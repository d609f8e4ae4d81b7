using System.Linq.Expressions;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>Reads orders with all that belongs to them.</summary>
public sealed class OrderReader(PortalDbContext db, Cached<Catalogue> catalogue)
{
    private static readonly Expression<Func<PortalDbContext, IQueryable<Order>, IQueryable<Found>>> Whole =
        (db, orders) =>
            from order in orders.AsNoTracking()
            join producer in db.Set<Producer>() on order.ProducerId equals producer.Id
            from reserved in db.Set<Reservation>().Where(item => item.OrderId == order.Id).DefaultIfEmpty()
            select new Found { Order = order, Producer = producer, Reserved = reserved };

    private static readonly Func<PortalDbContext, IQueryable<Order>, IQueryable<Found>> Read = Whole.Compile();

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, IAsyncEnumerable<Found>>> ByDraft = new(() =>
        EF.CompileAsyncQuery(((Expression<Func<PortalDbContext, Guid, IQueryable<Order>>>)(
            (db, draftId) => db.Set<Order>().Where(order => order.DraftId == draftId))).Into(Whole)));

    private static readonly CompiledQuery<Func<PortalDbContext, string, IAsyncEnumerable<Found>>> ByNumber = new(() =>
        EF.CompileAsyncQuery(((Expression<Func<PortalDbContext, string, IQueryable<Order>>>)(
            (db, number) => db.Set<Order>().Where(order => order.Number == number))).Into(Whole)));

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, int, IAsyncEnumerable<Keys>>> KeysOf = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid orderId, int producerId) =>
            from producer in db.Set<Producer>().AsNoTracking()
            where producer.Id == producerId
            from reserved in db.Set<Reservation>().Where(item => item.OrderId == orderId).DefaultIfEmpty()
            select new Keys { Producer = producer, Reserved = reserved }));

    /// <summary>The order, to be looked at; null where there is none.</summary>
    public async Task<OrderWithRelations?> FindAsync(
        Expression<Func<Order, bool>> isWanted, CancellationToken cancellationToken) =>
        await OfAsync(
            await Read(db, db.Set<Order>().Where(isWanted)).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);

    /// <summary>The order with that number, whoever asks; null where there is none.</summary>
    public async Task<OrderWithRelations?> FindAsync(RequestNumber number, CancellationToken cancellationToken) =>
        await OfAsync(
            (await ByNumber.On(db)(db, number.Compact).ToListAsync(cancellationToken)).SingleOrDefault(),
            cancellationToken);

    /// <summary>The order that became of a draft, whoever asks; null where there is none.</summary>
    public async Task<OrderWithRelations?> FindByDraftAsync(Guid draftId, CancellationToken cancellationToken) =>
        await OfAsync(
            (await ByDraft.On(db)(db, draftId).ToListAsync(cancellationToken)).SingleOrDefault(), cancellationToken);

    /// <summary>What an order's keys stand for.</summary>
    public async Task<OrderWithRelations> OfAsync(Order order, CancellationToken cancellationToken)
    {
        var keys = (await KeysOf.On(db)(db, order.Id, order.ProducerId).ToListAsync(cancellationToken)).Single();
        return await OfAsync(order, keys.Producer, keys.Reserved, cancellationToken);
    }

    private async Task<OrderWithRelations?> OfAsync(Found? found, CancellationToken cancellationToken) =>
        found is null ? null : await OfAsync(found.Order, found.Producer, found.Reserved, cancellationToken);

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

    private class Keys
    {
        public required Producer Producer { get; init; }

        public required Reservation? Reserved { get; init; }
    }

    private sealed class Found : Keys
    {
        public required Order Order { get; init; }
    }
}
