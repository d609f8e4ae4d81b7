using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Accounts;
using AssistPortal.Trials.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Starting;

/// <summary>Accounts of customers' administrators: those that there are, and new ones by invitation.</summary>
internal sealed class AdministratorAccounts(PortalDbContext db, ILookupNormalizer normalizer, AccountMails mails)
{
    /// <summary>The accounts of addresses, by their <see cref="MailKey"/>; a domain may be written either way.</summary>
    public async Task<Dictionary<string, PortalUser>> FindAsync(
        IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        List<string> names = [.. addresses.Concat(addresses.Select(MailKey.Of)).Select(NormalizedOf).Distinct(StringComparer.Ordinal)];
        var users = await db.Users.Where(user => names.Contains(user.NormalizedUserName!)).ToListAsync(cancellationToken);
        return users.GroupBy(user => MailKey.Of(user.UserName!), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>
    /// The account of an address, made where there is none, with the role of customers' administrators. Whoever has no
    /// password yet gets an invitation. The caller saves, and wakes the outbox.
    /// </summary>
    public async Task<PortalUser> AppointAsync(
        string address, PortalUser? known, Func<PortalUser> make, CancellationToken cancellationToken)
    {
        var user = known ?? Add(address, make());
        var role = await db.Roles
            .Where(item => item.Name == TrialRoles.CustomerAdministrator)
            .Select(item => item.Id)
            .SingleAsync(cancellationToken);
        if (!await db.UserRoles.AnyAsync(held => held.UserId == user.Id && held.RoleId == role, cancellationToken))
        {
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role });
        }

        if (user is { PasswordHash: null, IsDeactivated: false })
        {
            await mails.WriteAsync(user, PasswordLink.Invitation, cancellationToken);
        }

        return user;
    }

    private PortalUser Add(string address, PortalUser user)
    {
        (user.Id, user.LockoutEnabled) = (Guid.CreateVersion7(), true);
        (user.UserName, user.Email) = (address, address);
        (user.NormalizedUserName, user.NormalizedEmail) = (NormalizedOf(address), normalizer.NormalizeEmail(address));
        user.SecurityStamp = Guid.NewGuid().ToString("N").ToUpperInvariant();
        db.Users.Add(user);
        return user;
    }

    private string NormalizedOf(string address) => normalizer.NormalizeName(address);
}
