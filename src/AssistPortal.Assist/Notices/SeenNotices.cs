using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Notices;

/// <summary>Up to when people have seen what happened. What is older than a month counts as seen.</summary>
public sealed class SeenNotices(PortalDbContext db, IClock clock)
{
    /// <summary>For so many days something is told.</summary>
    public const int Days = 30;

    /// <summary>Of more than that nobody needs the number.</summary>
    public const int MostCounted = 99;

    /// <summary>So many are listed.</summary>
    public const int MostListed = 100;

    // Mails of one moment are told apart by microseconds, and may bear one that is still to come.
    private static readonly Duration Ahead = Duration.FromSeconds(1);

    /// <summary>The first moment that is told.</summary>
    internal Instant Since => clock.GetCurrentInstant() - Duration.FromDays(Days);

    /// <summary>Up to when somebody has seen it, as part of a statement; empty where they never have.</summary>
    internal IQueryable<Instant?> UntilOf(Guid userId, NoticeArea area, Instant since) =>
        db.Set<NoticePosition>()
            .Where(position => position.UserId == userId && position.Area == area && position.SeenUntil > since)
            .Select(position => (Instant?)position.SeenUntil);

    /// <summary>All that happened until a moment is seen, or until now where that lies ahead.</summary>
    public Task MarkAsync(Guid userId, NoticeArea area, Instant? until, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var seen = until is { } moment && moment <= now + Ahead ? moment : now;
        return db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var position = await db.Set<NoticePosition>()
                    .SingleOrDefaultAsync(item => item.UserId == userId && item.Area == area, cancellationToken);
                if (position is null)
                {
                    db.Add(new NoticePosition(userId, area, seen));
                }
                else
                {
                    position.MoveTo(seen);
                }

                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, Result: true);
            },
            cancellationToken);
    }
}
