using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>Who looks after which order. Only the desk knows: no mail tells of it.</summary>
public sealed class OrderOwners(PortalDbContext db, IClock clock)
{
    private static readonly string?[] Roles = [AssistRoles.Coordinator, PortalRoles.Administrator];

    /// <summary>Whoever works at the desk, deactivated accounts too, by name.</summary>
    public async Task<IReadOnlyList<DeskPerson>> PeopleAsync(CancellationToken cancellationToken)
    {
        var users = await db.Users
            .Where(user => db.UserRoles
                .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
                .Any(link => link.UserId == user.Id && Roles.Contains(link.Name)))
            .Select(user => new { user.Id, user.FirstName, user.LastName, user.Email, user.LockoutEnd })
            .ToListAsync(cancellationToken);
        return
        [
            .. users
                .Select(user => new DeskPerson(
                    user.Id,
                    Wording.Name(user.FirstName, user.LastName) is { Length: > 0 } name ? name : user.Email ?? "",
                    user.LockoutEnd != PortalUser.Forever))
                .OrderBy(person => person.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Whoever worked at the desk until their account was deactivated.</summary>
    public async Task<IReadOnlyList<Guid>> LeftAsync(CancellationToken cancellationToken) =>
        await db.UserRoles
            .Where(link => db.Roles.Any(role => role.Id == link.RoleId && Roles.Contains(role.Name)))
            .Join(db.Users, link => link.UserId, user => user.Id, (_, user) => user)
            .Where(user => user.LockoutEnd == PortalUser.Forever)
            .Select(user => user.Id)
            .Distinct()
            .ToListAsync(cancellationToken);

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
