using AssistPortal.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Data.Accounts;

/// <summary>Fills a database that has no users yet with the demo accounts and what the modules add to them.</summary>
public sealed class DemoData(
    PortalDbContext db,
    ILookupNormalizer normalizer,
    IPasswordHasher<PortalUser> hasher,
    IEnumerable<DemoAccount> accounts,
    IEnumerable<IDemoContent> contents)
{
    /// <summary>
    /// All in one transaction; <see cref="RoleSeed"/> and the modules' catalogues come before.
    /// False where there already is a user: nothing is touched then.
    /// </summary>
    public async Task<bool> FillIfEmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(FillAsync, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another server, which started at the same moment, was faster.
            db.ChangeTracker.Clear();
            if (!await db.Users.AnyAsync(cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    private async Task<(bool Commit, bool Result)> FillAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return (Commit: false, Result: false);
        }

        var users = await AddUsersAsync(cancellationToken);
        foreach (var content in contents)
        {
            await content.AddAsync(users, cancellationToken);
        }

        return (Commit: true, Result: true);
    }

    private async Task<Dictionary<string, PortalUser>> AddUsersAsync(CancellationToken cancellationToken)
    {
        var roles = await db.Roles.ToDictionaryAsync(
            role => role.Name!, role => role.Id, StringComparer.Ordinal, cancellationToken);
        // One hash for all: hashing is slow on purpose, and the password is the same and public.
        var passwordHash = hasher.HashPassword(new PortalUser(), DemoAccounts.Password);
        var users = new Dictionary<string, PortalUser>(StringComparer.OrdinalIgnoreCase);
        foreach (var account in accounts)
        {
            var user = UserOf(account, passwordHash);
            users.Add(account.Email, user);
            db.Users.Add(user);
            db.UserRoles.AddRange(account.Roles.Select(role => new IdentityUserRole<Guid>
            {
                UserId = user.Id,
                RoleId = roles[role],
            }));
        }

        await db.SaveChangesAsync(cancellationToken);
        return users;
    }

    private PortalUser UserOf(DemoAccount account, string passwordHash)
    {
        var user = new PortalUser(account.FirstName, account.LastName, account.Company)
        {
            Id = Guid.CreateVersion7(),
            UserName = account.Email,
            NormalizedUserName = normalizer.NormalizeName(account.Email),
            Email = account.Email,
            NormalizedEmail = normalizer.NormalizeEmail(account.Email),
            EmailConfirmed = true,
            PasswordHash = passwordHash,
            LockoutEnabled = true,
            PhoneNumber = account.Phone,
        };
        user.ChooseTimeZone(account.TimeZone);
        return user;
    }
}
