using AssistPortal.Assist.Sites.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Sites;

/// <summary>Who may order at a site.</summary>
public sealed class SiteMembers(PortalDbContext db, ILookupNormalizer normalizer, IClock clock)
{
    /// <summary>A site's members by name.</summary>
    public async Task<IReadOnlyList<SitePerson>> OfAsync(int siteId, CancellationToken cancellationToken)
    {
        var people =
            from member in db.Set<SiteMember>()
            join user in db.Users on member.UserId equals user.Id
            where member.SiteId == siteId
            orderby user.LastName, user.FirstName, user.Email
            select new SitePerson(
                user.Id,
                user.FirstName,
                user.LastName,
                user.Email ?? "",
                user.Company,
                db.UserRoles.Any(held => held.UserId == user.Id
                    && db.Roles.Any(role => role.Id == held.RoleId && role.Name == AssistRoles.Host)));
        return await people.AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Adds the account with that e-mail address.</summary>
    /// <returns>Null where there is no such account.</returns>
    public async Task<SiteJoining?> AddAsync(
        int siteId, string email, Guid actorId, CancellationToken cancellationToken)
    {
        var wanted = normalizer.NormalizeEmail(email);
        var userId = await db.Users.Where(user => user.NormalizedEmail == wanted)
            .Select(user => (Guid?)user.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (userId is not { } id)
        {
            return null;
        }

        if (await IsMemberAsync(siteId, id, cancellationToken))
        {
            return SiteJoining.Already;
        }

        return await db.TakeKeysAsync<SiteJoining>(
            async cancellationToken =>
            {
                await TouchAsync(id, cancellationToken);
                db.Add(new SiteMember { SiteId = siteId, UserId = id });
                db.Audit(new SiteMemberAdded(siteId, id), actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, SiteJoining.Added);
            },
            async (_, cancellationToken) =>
                await IsMemberAsync(siteId, id, cancellationToken) ? SiteJoining.Already : null,
            cancellationToken);
    }

    /// <summary>Removes a member, where it is one. The orders stay.</summary>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> RemoveAsync(int siteId, Guid userId, Guid actorId, CancellationToken cancellationToken)
    {
        return await db.InTransactionAsync(
            async cancellationToken =>
            {
                var gone = await db.Set<SiteMember>()
                    .Where(item => item.SiteId == siteId && item.UserId == userId)
                    .ExecuteDeleteAsync(cancellationToken) > 0;
                if (gone)
                {
                    await TouchAsync(userId, cancellationToken);
                    db.Audit(new SiteMemberRemoved(siteId, userId), actorId, clock.GetCurrentInstant());
                    await db.SaveChangesAsync(cancellationToken);
                }

                return (Commit: gone, gone);
            },
            cancellationToken);
    }

    /// <summary>
    /// An administrator who has the account's form open, with its sites, is told; but nobody who saves it stops this.
    /// </summary>
    private async Task TouchAsync(Guid userId, CancellationToken cancellationToken)
    {
        var stamp = Guid.NewGuid().ToString();
        await db.Users.Where(user => user.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ConcurrencyStamp, stamp), cancellationToken);
    }

    private Task<bool> IsMemberAsync(int siteId, Guid userId, CancellationToken cancellationToken) =>
        db.Set<SiteMember>().AnyAsync(member => member.SiteId == siteId && member.UserId == userId, cancellationToken);
}

/// <summary>What became of somebody who was to become a member.</summary>
public enum SiteJoining
{
    Added,

    /// <summary>Was a member before.</summary>
    Already,
}

/// <summary>A member of a site.</summary>
/// <param name="UserId">The account.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Company">Company.</param>
/// <param name="MayOrder">Whether the account has the role that orders.</param>
public sealed record SitePerson(
    Guid UserId, string FirstName, string LastName, string Email, string Company, bool MayOrder);
