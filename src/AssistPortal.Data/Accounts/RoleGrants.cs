using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Data.Accounts;

/// <summary>Roles that accounts get and lose. Saving is left to the caller.</summary>
public static class RoleGrants
{
    /// <summary>Gives an account a role, unless it has it.</summary>
    /// <exception cref="InvalidOperationException">There is no such role.</exception>
    public static async Task GrantAsync(
        this PortalDbContext db, string role, Guid userId, CancellationToken cancellationToken)
    {
        var roleId = await db.Roles
            .Where(item => item.Name == role)
            .Select(item => item.Id)
            .SingleAsync(cancellationToken);
        if (await db.UserRoles.FindAsync([userId, roleId], cancellationToken) is null)
        {
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = userId, RoleId = roleId });
        }
    }

    /// <summary>
    /// Takes a role from accounts, which stay. Of one that has no other its sessions end, and the links mailed to it;
    /// any other goes on with those it has: nobody is signed out of them by whoever gives and takes one alone.
    /// </summary>
    public static async Task DismissAsync(
        this PortalDbContext db, string role, IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
    {
        db.UserRoles.RemoveRange(await db.UserRoles
            .Where(held => userIds.Contains(held.UserId))
            .Where(held => db.Roles.Any(item => item.Id == held.RoleId && item.Name == role))
            .ToListAsync(cancellationToken));
        var others = await db.UserRoles
            .Where(held => userIds.Contains(held.UserId))
            .Where(held => db.Roles.Any(item => item.Id == held.RoleId && item.Name != role))
            .Select(held => held.UserId)
            .ToListAsync(cancellationToken);
        foreach (var user in await db.Users.Where(user => userIds.Contains(user.Id)).ToListAsync(cancellationToken))
        {
            if (others.Contains(user.Id))
            {
                user.Touch();
            }
            else
            {
                user.EndSessions();
            }
        }
    }
}
