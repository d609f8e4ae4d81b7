using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>Who looks after which order. Only the desk knows: no mail tells of it.</summary>
public sealed class OrderOwners(PortalDbContext db, DeskStaff staff, IClock clock)
{
    /// <inheritdoc cref="DeskStaff.PeopleAsync" />
    public Task<IReadOnlyList<DeskPerson>> PeopleAsync(CancellationToken cancellationToken) =>
        staff.PeopleAsync(cancellationToken);

    /// <inheritdoc cref="DeskStaff.LeftAsync" />
    public Task<IReadOnlyList<Guid>> LeftAsync(CancellationToken cancellationToken) =>
        staff.LeftAsync(cancellationToken);

    /// <summary>Gives an order to somebody, or to nobody.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="seen">Who looked after it when this was decided: of two who take it at once one does.</param>
    /// <param name="next">Who does from now on; null for nobody.</param>
    /// <param name="actorId">Who decides it.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public Task<DeskOutcome> GiveAsync(
        Guid orderId, Guid? seen, Guid? next, Guid actorId, CancellationToken cancellationToken) => db.DeskActAsync(
            async cancellationToken =>
            {
                var order = db.Set<Order>().Where(order => order.Id == orderId);
                var former = await order.Select(order => order.OwnerId).SingleAsync(cancellationToken);
                if (former == next)
                {
                    return DeskOutcome.Done;
                }

                if (former != seen
                    || await order.Where(order => order.OwnerId == seen).ExecuteUpdateAsync(
                        set => set.SetProperty(order => order.OwnerId, next), cancellationToken) == 0)
                {
                    return DeskOutcome.ChangedMeanwhile;
                }

                db.Audit(
                    new OrderOwnerChanged(orderId, Change.Between(seen, next)), actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return DeskOutcome.Done;
            },
            cancellationToken);
}
