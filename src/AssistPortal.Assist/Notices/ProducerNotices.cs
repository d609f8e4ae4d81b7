using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Notices;

/// <summary>
/// What happened to a producer's orders: whatever they are mailed about it, also where the mail waits for a digest.
/// Nobody is told of their own acts.
/// </summary>
public sealed class ProducerNotices(PortalDbContext db, SeenNotices seen)
{
    private static readonly string PlannedTogether = SessionPlanMail.CauseOf(SessionReader.Producer);

    // A mail is written a moment after the act that it tells of.
    private static readonly Duration ActToMail = Duration.FromSeconds(10);

    /// <summary>How many notices are not seen, up to one more than is shown as a number; one statement.</summary>
    public async Task<int> CountAsync(Guid userId, CancellationToken cancellationToken)
    {
        var since = seen.Since;
        var until = seen.UntilOf(userId, NoticeArea.Producer, since);
        var mails = MailsTo(userId).Where(mail => mail.CreatedAt > (until.FirstOrDefault() ?? since))
            .OrderByDescending(mail => mail.CreatedAt)
            .Take(SeenNotices.MostCounted + 1)
            .Select(mail => new Trace { At = mail.CreatedAt, SubjectId = mail.SubjectId, IsOwnAct = false });
        var traces = await mails.Concat(OwnActs(userId, since)).ToListAsync(cancellationToken);
        var own = traces.Where(trace => trace.IsOwnAct).ToLookup(trace => trace.SubjectId, trace => trace.At);
        return traces.Count(trace => !trace.IsOwnAct && !IsOwn(trace.SubjectId, trace.At, own));
    }

    /// <summary>The newest notices, seen or not, of the last month.</summary>
    public async Task<IReadOnlyList<Notice>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        var since = seen.Since;
        var until = await seen.UntilOf(userId, NoticeArea.Producer, since).FirstOrDefaultAsync(cancellationToken);
        var mails = await MailsTo(userId)
            .Where(mail => mail.CreatedAt > since)
            .OrderByDescending(mail => mail.CreatedAt)
            .Take(SeenNotices.MostListed)
            .Select(mail => new { mail.CreatedAt, mail.SubjectId, mail.Summary, mail.Language })
            .ToListAsync(cancellationToken);
        var own = (await OwnActs(userId, since).ToListAsync(cancellationToken))
            .ToLookup(trace => trace.SubjectId, trace => trace.At);
        List<Guid> ids = [.. mails.Select(mail => Guid.Parse(mail.SubjectId)).Distinct()];
        var producer = await db.Set<Producer>()
            .Where(item => item.UserId == userId).Select(item => item.Id).FirstOrDefaultAsync(cancellationToken);
        var orders = await db.Set<Order>()
            .Where(order => ids.Contains(order.Id))
            .Select(order => new
            {
                order.Id,
                order.Number,
                order.Event.Topic,
                order.ProducerId,
                HasSession = db.Set<OrderSession>()
                    .Any(item => item.OrderId == order.Id && item.ProducerId == producer && !item.IsCancelled),
            })
            .ToDictionaryAsync(order => order.Id.ToString(), StringComparer.Ordinal, cancellationToken);
        return
        [
            .. from mail in mails
               where orders.ContainsKey(mail.SubjectId) && !IsOwn(mail.SubjectId, mail.CreatedAt, own)
               let order = orders[mail.SubjectId]
               select new Notice(
                   mail.CreatedAt,
                   "",
                   RequestNumber.Parse(order.Number),
                   order.Topic,
                   until is null || mail.CreatedAt > until)
               {
                   Words = mail.Summary,
                   Language = mail.Language,
                   IsLinked = order.ProducerId == producer || order.HasSession,
               },
        ];
    }

    private static bool IsOwn(string subjectId, Instant at, ILookup<string, Instant> own) =>
        own[subjectId].Any(act => act <= at && at - act <= ActToMail);

    private IQueryable<OutboxMail> MailsTo(Guid userId)
    {
        var address = db.Set<Producer>().Where(producer => producer.UserId == userId)
            .Select(producer => producer.Email);
        return db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.Recipient == address.FirstOrDefault())
            .Where(mail => mail.Cause.StartsWith("producer.")
                || mail.Cause.StartsWith("order.session:producer")
                || mail.Cause == PlannedTogether
                || mail.Cause.StartsWith("session.producer:assigned")
                || mail.Cause.StartsWith("session.producer:released"));
    }

    private IQueryable<Trace> OwnActs(Guid userId, Instant since) => db.AuditEntries.AsNoTracking()
        .Where(entry => entry.ActorId == userId && entry.At > since && entry.Subject == nameof(Order))
        .OrderByDescending(entry => entry.Id)
        .Take(SeenNotices.MostListed)
        .Select(entry => new Trace { At = entry.At, SubjectId = entry.SubjectId, IsOwnAct = true });

    private sealed class Trace
    {
        public required Instant At { get; init; }

        public required string SubjectId { get; init; }

        public required bool IsOwnAct { get; init; }
    }
}
