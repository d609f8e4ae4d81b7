using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <summary>What staff should look at first. Each figure is counted through an index.</summary>
public sealed class DeskFigures(PortalDbContext db, IClock clock)
{
    /// <summary>How many days back a failure is news.</summary>
    public const int FailureDays = 7;

    /// <param name="soon">Until when orders count that are to come.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<DeskCounts> CountAsync(Instant soon, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var since = now - Duration.FromDays(FailureDays);
        var attention = await db.Set<OrderAttention>()
            .Where(item => item.DueAt <= now)
            .GroupBy(item => item.Reason)
            .Select(group => new { Reason = group.Key, Count = group.Count() })
            .ToDictionaryAsync(item => item.Reason, item => item.Count, cancellationToken);
        return new DeskCounts(
            await db.Set<OrderAttention>()
                .Where(item => item.DueAt <= now)

                // Cut off nowhere: what is due comes first, or SQLite goes through all rows in the order of their keys.
                .OrderBy(item => item.DueAt)
                .ThenBy(item => item.OrderId)
                .Take(int.MaxValue)
                .GroupBy(item => item.OrderId)
                .CountAsync(cancellationToken),
            attention,
            await db.Set<Order>().CountAsync(
                order => order.State == OrderState.Placed && order.Time.Start > now && order.Time.Start < soon,
                cancellationToken),
            await db.Set<OutboxMail>().CountAsync(
                mail => mail.State == OutboxMailState.Failed && mail.CreatedAt >= since, cancellationToken));
    }
}

/// <param name="NeedAttention">Orders that need somebody now.</param>
/// <param name="Attention">
/// How many orders need somebody now, by reason; an order with two reasons counts in both.
/// </param>
/// <param name="Coming">Orders that begin within the next days.</param>
/// <param name="FailedMails">Mails of the last days that were given up.</param>
public sealed record DeskCounts(
    int NeedAttention, IReadOnlyDictionary<AttentionReason, int> Attention, int Coming, int FailedMails);
