using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Digests;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>Producers and coordinators as mails reach them, by what their accounts say.</summary>
internal sealed class MailPeople(PortalDbContext db)
{
    public async Task<MailPerson> OfAsync(Producer producer, CancellationToken cancellationToken)
    {
        var user = producer.UserId is not { } userId
            ? null
            : await db.Users.Where(user => user.Id == userId)
                .Select(user => new { Language = user.MailLanguage ?? user.Language, user.WantsMailDigest })
                .FirstOrDefaultAsync(cancellationToken);
        return new MailPerson(
            producer.Name,
            producer.Email,
            user?.Language ?? PortalUser.DefaultLanguage,
            producer.TimeZone,
            user?.WantsMailDigest == true);
    }

    /// <summary>Whoever ordered; null where they may not sign in any more.</summary>
    public async Task<MailPerson?> HostAsync(Order order, CancellationToken cancellationToken)
    {
        var host = await db.Users
            .Where(user => user.Id == order.HostUserId
                && user.Email != null
                && user.LockoutEnd != PortalUser.Forever)
            .Select(user => new
            {
                user.FirstName,
                user.LastName,
                Email = user.Email!,
                Language = user.MailLanguage ?? user.Language,
                user.TimeZone,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return host is null
            ? null
            : new MailPerson(
                Texts.Wording.Name(host.FirstName, host.LastName),
                host.Email,
                host.Language ?? order.PageLanguage,
                host.TimeZone,
                WantsDigest: false);
    }

    /// <summary>The coordinators who may sign in; deactivated ones hear of no customer any more.</summary>
    public async Task<IReadOnlyList<MailPerson>> CoordinatorsAsync(CancellationToken cancellationToken)
    {
        var users = await db.UserRoles
            .Join(
                db.Roles.Where(role => role.Name == AssistRoles.Coordinator),
                pair => pair.RoleId,
                role => role.Id,
                (pair, _) => pair.UserId)
            .Join(db.Users, id => id, user => user.Id, (_, user) => user)
            .Where(user => user.Email != null && user.LockoutEnd != PortalUser.Forever)
            .OrderBy(user => user.Email)
            .Select(user => new
            {
                user.FirstName,
                user.LastName,
                Email = user.Email!,
                Language = user.MailLanguage ?? user.Language,
                user.TimeZone,
                user.WantsMailDigest,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. users.Select(user => new MailPerson(
                Texts.Wording.Name(user.FirstName, user.LastName),
                user.Email,
                user.Language ?? PortalUser.DefaultLanguage,
                user.TimeZone,
                user.WantsMailDigest)),
        ];
    }
}

/// <summary>Somebody who works with orders.</summary>
/// <param name="Name">As greeted.</param>
/// <param name="Email">Where mails go.</param>
/// <param name="Language">Culture name of the mails' language.</param>
/// <param name="TimeZone">IANA zone; null where it is not known.</param>
/// <param name="WantsDigest">Whether mails that can wait come as one a day.</param>
internal sealed record MailPerson(string Name, string Email, string Language, string? TimeZone, bool WantsDigest)
{
    private static readonly Duration Urgent = Duration.FromHours(48);

    /// <summary>
    /// When a mail goes with the digest; null where it goes at once, since an event that it is about is near.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="starts">When the events begin.</param>
    public Instant? CollectUntil(Instant now, params ReadOnlySpan<Instant> starts)
    {
        foreach (var start in starts)
        {
            if (start - now < Urgent)
            {
                return null;
            }
        }

        return WantsDigest ? DigestTime.After(now, TimeZone) : null;
    }
}
