using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>Looks whether a mail may be sent again: not once what it tells of an order is no longer true.</summary>
public sealed class OutdatedMails(PortalDbContext db, IClock clock)
{
    /// <summary>Null where the mail tells the truth, or is about no order.</summary>
    public async Task<MailOutdated?> FindAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        var parts = await db.Set<OutboxMail>().AsNoTracking()
            .Where(part => part.DigestId == mail.Id)
            .OrderBy(part => part.CreatedAt)
            .ToListAsync(cancellationToken);
        if (parts.Count == 0)
        {
            return await JudgeAsync(MailTold.Of(mail), cancellationToken);
        }

        var isTrue = true;
        List<MailInstead> rest = [];
        foreach (var part in parts)
        {
            var told = MailTold.Of(part);
            var fault = await JudgeAsync(told, cancellationToken);
            isTrue &= fault is null;
            rest.AddRange(fault?.Instead ?? [MailInstead.Of(told)]);
        }

        return isTrue ? null : new MailOutdated(OutdatedReason.Digest, [.. rest.DistinctBy(item => item.Id)]);
    }

    private async Task<MailOutdated?> JudgeAsync(MailTold mail, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(mail.SubjectId, out var orderId)
            || await db.Set<Order>().AsNoTracking()
                .SingleOrDefaultAsync(item => item.Id == orderId, cancellationToken) is not { } order)
        {
            return null;
        }

        var sessions = await db.Set<OrderSession>().AsNoTracking()
            .Where(session => session.OrderId == orderId)
            .ToListAsync(cancellationToken);
        int[] holders = [order.ProducerId, .. sessions.Select(session => session.ProducerId)];
        var producers = await db.Set<Producer>()
            .Where(producer => holders.Contains(producer.Id))
            .ToDictionaryAsync(producer => producer.Id, producer => producer.Email, cancellationToken);
        var mails = await db.Set<OutboxMail>().AsNoTracking()
            .Where(other => other.SubjectId == mail.SubjectId)
            .OrderBy(other => other.CreatedAt)
            .ToListAsync(cancellationToken);
        var truth = new MailTruth(
            order, sessions, producers, [.. mails.Select(MailTold.Of)], clock.GetCurrentInstant());
        return truth.Fault(mail) is { } reason
            ? new MailOutdated(reason, [.. truth.Instead(mail).Select(MailInstead.Of)])
            {
                Untold = truth.Untold(mail),
            }
            : null;
    }
}

/// <summary>A mail that no longer tells the truth.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Instead">The mails that tell its reader how it is now.</param>
public sealed record MailOutdated(OutdatedReason Reason, IReadOnlyList<MailInstead> Instead)
{
    /// <summary>Whether it tells of sessions, too, that are as it says, and that no other mail tells.</summary>
    public bool HasUntold => Untold.Count > 0;

    /// <summary>Their calendar entries.</summary>
    internal IReadOnlyList<CalendarFacts> Untold { get; init; } = [];
}

/// <summary>A mail to be sent instead.</summary>
/// <param name="Id">The mail.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Language">Culture name of its language.</param>
public sealed record MailInstead(Guid Id, string Subject, string Language)
{
    internal static MailInstead Of(MailTold mail) => new(mail.Id, mail.Subject, mail.Language);
}
