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

    /// <summary>Takes a role from accounts, which stay; their sessions end, and the links mailed to them.</summary>
    public static async Task DismissAsync(
        this PortalDbContext db, string role, IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
    {
        db.UserRoles.RemoveRange(await db.UserRoles
            .Where(held => userIds.Contains(held.UserId))
            .Where(held => db.Roles.Any(item => item.Id == held.RoleId && item.Name == role))
            .ToListAsync(cancellationToken));
        var users = await db.Users.Where(user => userIds.Contains(user.Id)).ToListAsync(cancellationToken);
        users.ForEach(user => user.EndSessions());
    }
}
