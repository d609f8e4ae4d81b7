using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Time;
using AssistPortal.Data.Work;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Trials.Timekeeping;

/// <summary>
/// Writes the mails of waiting notices. Any number of servers may do so at once: some notices at a time are leased, and
/// what they tell is read again in the transaction that writes their mails.
/// </summary>
internal sealed class NoticeBatch(
    PortalDbContext db,
    Outbox outbox,
    OutboxSignal signal,
    TrialNoticeMail message,
    IClock clock,
    [FromKeyedServices(Clocks.Real)] IClock realClock)
{
    private const int Size = 50;

    private static readonly Duration Lease = Duration.FromMinutes(2);

    private readonly Guid owner = Guid.NewGuid();

    /// <returns>How many were sent or dropped: none when there is nothing more to do.</returns>
    public async Task<int> WriteDueAsync(CancellationToken cancellationToken)
    {
        if (!await ClaimAsync(cancellationToken))
        {
            return 0;
        }

        try
        {
            var settled = await db.InTransactionAsync(
                async cancellationToken => (Commit: true, await WriteAsync(Size, cancellationToken)),
                cancellationToken);
            signal.Notify();
            return settled;
        }
        catch (DbUpdateException)
        {
            // One of them was overtaken meanwhile: each by itself, so that it holds up none of the others.
            return await WriteSinglyAsync(cancellationToken);
        }
    }

    private async Task<bool> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = realClock.GetCurrentInstant();
        Instant? until = now + Lease;
        Guid? claimant = owner;
        var free = db.Set<TrialNotice>()
            .Where(notice => notice.State == TrialNoticeState.Waiting)
            .WithoutLease(notice => notice.LeaseUntil, now, Lease);
        var ids = await free.OrderBy(notice => notice.DueAt)
            .Select(notice => notice.Id)
            .Take(Size)
            .ToListAsync(cancellationToken);
        return ids.Count > 0 && await free.Where(notice => ids.Contains(notice.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(notice => notice.LeaseOwner, claimant)
                .SetProperty(notice => notice.LeaseUntil, until),
            cancellationToken) > 0;
    }

    private async Task<int> WriteSinglyAsync(CancellationToken cancellationToken)
    {
        var settled = 0;
        for (var written = 1; written > 0; settled += written)
        {
            try
            {
                written = await db.InTransactionAsync(
                    async cancellationToken => (Commit: true, await WriteAsync(1, cancellationToken)),
                    cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // It waits no more, or has another owner: the next one is another.
                written = 1;
            }
        }

        signal.Notify();
        return settled;
    }

    private async Task<int> WriteAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var notices = await db.Set<TrialNotice>()
            .Where(notice => notice.LeaseOwner == owner && notice.State == TrialNoticeState.Waiting)
            .OrderBy(notice => notice.DueAt)
            .Take(atMost)
            .ToListAsync(cancellationToken);
        var trialIds = notices.Select(notice => notice.TrialId).Distinct().ToList();
        var trials = await db.Set<Trial>().AsNoTracking()
            .Include(trial => trial.Services)
            .Where(trial => trialIds.Contains(trial.Id))
            .ToDictionaryAsync(trial => trial.Id, cancellationToken);
        var partnerIds = trials.Values.Select(trial => trial.PartnerId).Distinct().ToList();
        var partners = await db.Set<Partner>().AsNoTracking()
            .Where(partner => partnerIds.Contains(partner.Id))
            .ToDictionaryAsync(partner => partner.Id, cancellationToken);
        foreach (var notice in notices)
        {
            var trial = trials[notice.TrialId];
            if (IsTrue(notice, trial, now))
            {
                outbox.Write(message.For(notice, trial, partners[trial.PartnerId], now));
                notice.MarkSent(now);
            }
            else
            {
                notice.Cancel(now);
            }

            if (trial.NumbersReleasedAt is not null)
            {
                notice.ForgetReader();
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return notices.Count;
    }

    /// <summary>Whether what a notice tells is so, and still news.</summary>
    private static bool IsTrue(TrialNotice notice, Trial trial, Instant now) => notice.Kind switch
    {
        TrialNoticeKind.EndsSoon => notice.EndDate == trial.EndDate && trial.StateAt(now) == TrialState.Active,
        TrialNoticeKind.Expired => notice.EndDate == trial.EndDate && trial.StateAt(now) == TrialState.Expired,
        _ => trial.EndedAt is not null,
    };
}
