using AssistPortal.Assist.Messages;
using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Checking;

/// <summary>
/// Every placed order is told of once. Mails name their order as text, so the databases can't join them.
/// </summary>
internal sealed class MailCheck(PortalDbContext db, CheckReport report, Instant? mailsFrom)
{
    private const int AtOnce = 500;

    private long told;

    private IQueryable<OutboxMail> Mails => db.Set<OutboxMail>().Where(mail => mail.Cause == OrderPlacedMail.Cause);

    public async Task CheckAsync(IReadOnlyList<CheckedOrder> orders, CancellationToken cancellationToken)
    {
        foreach (var some in orders.Where(order => mailsFrom is null || order.PlacedAt >= mailsFrom).Chunk(AtOnce))
        {
            var ids = some.Select(order => order.Id.ToString()).ToList();
            var mailed = await Mails
                .Where(mail => ids.Contains(mail.SubjectId))
                .Select(mail => mail.SubjectId)
                .ToListAsync(cancellationToken);
            told += mailed.Count;
            report.Count("mails", mailed.Count);
            var counts = mailed.CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            foreach (var id in ids.Where(id => counts.GetValueOrDefault(id) != 1))
            {
                report.Add(
                    counts.ContainsKey(id) ? OrderFinding.OrderMailedTwice : OrderFinding.OrderWithoutMail,
                    $"order {id}");
            }
        }
    }

    /// <summary>Once all orders are through: no mail tells of an order that is not there.</summary>
    public async Task CheckTotalAsync(CancellationToken cancellationToken)
    {
        var all = await Mails.LongCountAsync(cancellationToken);
        if (mailsFrom is null && all != told)
        {
            report.Add(OrderFinding.MailWithoutOrder, $"{all - told} of {all} mails");
        }
    }
}
