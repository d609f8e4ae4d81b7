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

    /// <summary>Gives one to the host with that address, in place of an earlier one.</summary>
    /// <param name="email">The host's e-mail address.</param>
    /// <param name="reason">Why, at most <see cref="ShortNotice.ReasonLength"/> characters.</param>
    /// <param name="actorId">Who gives it.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>Null where no host has that address.</returns>
    public async Task<ShortNotice?> GrantAsync(string email, string reason, Guid actorId, CancellationToken cancellationToken)
    {
        var wanted = normalizer.NormalizeEmail(email);
        var hosts = db.Users
            .Where(user => user.NormalizedEmail == wanted
                && db.UserRoles.Any(held => held.UserId == user.Id
                    && db.Roles.Any(role => role.Id == held.RoleId && role.Name == AssistRoles.Host)))
            .Select(user => (Guid?)user.Id);
        if (await hosts.FirstOrDefaultAsync(cancellationToken) is not { } hostId)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var given = new ShortNotice
        {
            HostUserId = hostId,
            Reason = reason,
            GrantedById = actorId,
            GrantedAt = now,
            ExpiresAt = now + ShortNotice.ValidFor,
        };
        await db.InTransactionAsync(
            async cancellation =>
            {
                await OfHost(hostId).ExecuteDeleteAsync(cancellation);
                db.Add(given);
                db.AuditChange(given, "short-notice.given", actorId, now, before: null, new { given.Reason });
                await db.SaveChangesAsync(cancellation);
            },
            cancellationToken);
        return given;
    }

    /// <summary>Takes it back, unless it was used meanwhile.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> WithdrawAsync(Guid hostId, Guid actorId, CancellationToken cancellationToken) => db.InTransactionAsync(
        async cancellation =>
        {
            if (await OfHost(hostId).ExecuteDeleteAsync(cancellation) == 0)
            {
                return (Commit: false, Result: false);
            }

            db.Add(new AuditEntry
            {
                At = clock.GetCurrentInstant(),
                ActorId = actorId,
                Action = "short-notice.withdrawn",
                Subject = nameof(ShortNotice),
                SubjectId = $"{hostId}",
            });
            await db.SaveChangesAsync(cancellation);
            return (Commit: true, Result: true);
        },
        cancellationToken);

    private IQueryable<ShortNotice> OfHost(Guid hostId) => db.Set<ShortNotice>().Where(notice => notice.HostUserId == hostId);
}

/// <summary>One that may still be used, with the names that belong to it.</summary>
/// <param name="Notice">What was given.</param>
/// <param name="HostFirstName">The host's first name.</param>
/// <param name="HostLastName">The host's last name.</param>
/// <param name="HostEmail">The host's address.</param>
/// <param name="GiverFirstName">First name of who gave it.</param>
/// <param name="GiverLastName">Last name of who gave it.</param>
public sealed record GivenNotice(
    ShortNotice Notice, string HostFirstName, string HostLastName, string HostEmail, string GiverFirstName, string GiverLastName);
