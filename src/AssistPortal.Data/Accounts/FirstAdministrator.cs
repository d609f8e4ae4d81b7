using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Data.Accounts;

/// <summary>The way into an installation that has no administrator yet: a one-time code.</summary>
public sealed class FirstAdministrator(PortalDbContext db, UserManager<PortalUser> users, IClock clock)
{
    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken) =>
        !await db.UserRoles
            .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name)
            .AnyAsync(name => name == PortalRoles.Administrator, cancellationToken);

    /// <summary>A new code that replaces any earlier one; null when there is an administrator.</summary>
    public async Task<string?> IssueCodeAsync(CancellationToken cancellationToken)
    {
        if (!await IsWantedAsync(cancellationToken))
        {
            return null;
        }

        var code = SecretKey.Make();
        await db.Set<SetupCode>().ExecuteDeleteAsync(cancellationToken);
        db.Add(new SetupCode { Hash = SecretKey.HashOf(code), CreatedAt = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>Uses the code up and makes the account, both or neither.</summary>
    /// <returns>False when the code is not the one.</returns>
    public Task<bool> MakeAsync(
        string code, PortalUser user, string password, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async cancellationToken =>
            {
                var made = await UseUpAsync(code, user, password, cancellationToken);
                return (Commit: made, Result: made);
            },
            cancellationToken);

    private async Task<bool> UseUpAsync(
        string code, PortalUser user, string password, CancellationToken cancellationToken)
    {
        var hash = SecretKey.HashOf(code);
        if (await db.Set<SetupCode>().Where(stored => stored.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        if (!(await users.CreateAsync(user, password)).Succeeded
            || !(await users.AddToRoleAsync(user, PortalRoles.Administrator)).Succeeded)
        {
            return false;
        }

        db.Audit(new FirstAdministratorMade(user.Id), user.Id, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
