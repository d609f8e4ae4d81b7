using AssistPortal.Assist.Feeds.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Feeds;

/// <summary>
/// Private addresses of calendar feeds: 160 random bits each, stored as a hash only. Everybody has at most one.
/// </summary>
public sealed class CalendarFeeds(PortalDbContext db, IClock clock)
{
    /// <summary>What the audit trail calls a feed; its key is that of the account.</summary>
    public const string Subject = nameof(CalendarFeed);

    private const int Bytes = 20;

    /// <summary>When the feed was made; null where there is none.</summary>
    public Task<Instant?> MadeAtAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Set<CalendarFeed>()
            .Where(feed => feed.UserId == userId)
            .Select(feed => (Instant?)feed.CreatedAt)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Makes a feed, instead of a former one, and answers with its token, which nobody can read later.
    /// </summary>
    public async Task<string> MakeAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var token = SecretKey.Make(Bytes);
        var feed = await db.Set<CalendarFeed>().SingleOrDefaultAsync(item => item.UserId == userId, cancellationToken);
        if (feed is null)
        {
            db.Add(new CalendarFeed(userId, SecretKey.HashOf(token), now));
        }
        else
        {
            feed.Replace(SecretKey.HashOf(token), now);
        }

        db.Audit(feed is null ? new FeedMade(userId) : new FeedReplaced(userId), userId, now);
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Ends the feed, if there is one.</summary>
    public async Task RevokeAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (await EndAsync(userId, userId, cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Whose feed a token opens; null where it opens none, or its owner is deactivated.</summary>
    public Task<Guid?> UserOfAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SecretKey.HashOf(token);
        return db.Set<CalendarFeed>()
            .Where(feed => feed.Hash == hash)
            .Join(
                db.Users.Where(user => user.LockoutEnd != PortalUser.Forever),
                feed => feed.UserId,
                user => user.Id,
                (feed, _) => (Guid?)feed.UserId)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The same as <see cref="RevokeAsync"/>, by somebody; the caller saves.</summary>
    /// <returns>Whether there was a feed.</returns>
    internal async Task<bool> EndAsync(Guid userId, Guid actorId, CancellationToken cancellationToken)
    {
        if (await db.Set<CalendarFeed>()
            .SingleOrDefaultAsync(item => item.UserId == userId, cancellationToken) is not { } feed)
        {
            return false;
        }

        db.Remove(feed);
        db.Audit(new FeedRevoked(userId), actorId, clock.GetCurrentInstant());
        return true;
    }
}
