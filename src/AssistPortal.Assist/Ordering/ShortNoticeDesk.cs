using AssistPortal.Assist.Ordering.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>Lets hosts order sooner than the lead time, and takes it back.</summary>
public sealed class ShortNoticeDesk(PortalDbContext db, ILookupNormalizer normalizer, IClock clock)
{
    /// <summary>All that may still be used, the newest first.</summary>
    public async Task<IReadOnlyList<GivenNotice>> UnusedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var open =
            from notice in db.Set<ShortNotice>()
            join host in db.Users on notice.HostUserId equals host.Id
            join giver in db.Users on notice.GrantedById equals giver.Id
            where notice.ExpiresAt > now
            orderby notice.GrantedAt descending, notice.HostUserId
            select new GivenNotice(
                notice, host.FirstName, host.LastName, host.Email ?? "", giver.FirstName, giver.LastName);
        return await open.AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>The host who signs in with that address; null where there is none.</summary>
    public Task<Guid?> FindHostAsync(string email, CancellationToken cancellationToken)
    {
        var wanted = normalizer.NormalizeEmail(email);
        return db.Users
            .Where(user => user.NormalizedEmail == wanted
                && db.UserRoles.Any(held => held.UserId == user.Id
                    && db.Roles.Any(role => role.Id == held.RoleId && role.Name == AssistRoles.Host)))
            .Select(user => (Guid?)user.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Gives one to a host, in place of an earlier one.</summary>
    /// <param name="hostId">The host.</param>
    /// <param name="reason">Why, at most <see cref="ShortNotice.ReasonLength"/> characters.</param>
    /// <param name="actorId">Who gives it.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>Until when it may be used.</returns>
    public async Task<Instant> GrantAsync(Guid hostId, string reason, Guid actorId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var until = now + ShortNotice.ValidFor;
        return await db.TakeKeysAsync<Instant>(
            async cancellationToken =>
            {
                await OfHost(hostId).ExecuteDeleteAsync(cancellationToken);
                db.Add(new ShortNotice
                {
                    HostUserId = hostId, Reason = reason, GrantedById = actorId, GrantedAt = now, ExpiresAt = until,
                });
                db.Audit(new ShortNoticeGiven(hostId, reason), actorId, now);
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, until);
            },

            // Somebody else has given the host one at the same moment.
            (_, cancellationToken) => OfHost(hostId).Select(notice => (Instant?)notice.ExpiresAt)
                .SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Takes it back, unless it was used meanwhile.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> WithdrawAsync(Guid hostId, Guid actorId, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async cancellationToken =>
            {
                if (await OfHost(hostId).ExecuteDeleteAsync(cancellationToken) == 0)
                {
                    return (Commit: false, Result: false);
                }

                db.Audit(new ShortNoticeWithdrawn(hostId), actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, Result: true);
            },
            cancellationToken);

    private IQueryable<ShortNotice> OfHost(Guid hostId) =>
        db.Set<ShortNotice>().Where(notice => notice.HostUserId == hostId);
}

/// <summary>One that may still be used, with the names that belong to it.</summary>
/// <param name="Notice">What was given.</param>
/// <param name="HostFirstName">The host's first name.</param>
/// <param name="HostLastName">The host's last name.</param>
/// <param name="HostEmail">The host's address.</param>
/// <param name="GiverFirstName">First name of who gave it.</param>
/// <param name="GiverLastName">Last name of who gave it.</param>
public sealed record GivenNotice(
    ShortNotice Notice,
    string HostFirstName,
    string HostLastName,
    string HostEmail,
    string GiverFirstName,
    string GiverLastName);
