using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Buying.Audit;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Buying;

/// <summary>Customers who want to buy: their partner hears of it, once a day of the customer's at most.</summary>
public sealed class PurchaseRequests
{
    private readonly PortalDbContext db;
    private readonly CustomerAccess access;
    private readonly TrialMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal PurchaseRequests(
        PortalDbContext db, CustomerAccess access, TrialMails mails, OutboxSignal signal, IClock clock) =>
        (this.db, this.access, this.mails, this.signal, this.clock) = (db, access, mails, signal, clock);

    /// <summary>Whether the partner was told already, on the customer's day that it is.</summary>
    public Task<bool> WasSentTodayAsync(Trial trial, CancellationToken cancellationToken)
    {
        var day = trial.Life.TodayAt(clock.GetCurrentInstant());
        return db.Set<PurchaseRequest>()
            .AnyAsync(request => request.TrialId == trial.Id && request.Day == day, cancellationToken);
    }

    /// <summary>Tells every administrator of the partner that somebody's organisation wants to buy.</summary>
    /// <param name="userId">An administrator of the customer.</param>
    /// <param name="cancellationToken">Nobody is told then.</param>
    public async Task<PurchaseOutcome> SendAsync(Guid userId, CancellationToken cancellationToken)
    {
        var outcome = await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var outcome = await WriteAsync(userId, cancellationToken);
                return (Commit: outcome == PurchaseOutcome.Sent, outcome);
            },
            cancellationToken);
        signal.Notify();
        return outcome;
    }

    private async Task<PurchaseOutcome> WriteAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await access.TrialOfAsync(userId, cancellationToken) is not { } trial)
        {
            return PurchaseOutcome.Gone;
        }

        if (trial.StateAt(now) == TrialState.Paid)
        {
            return PurchaseOutcome.Paid;
        }

        if (await WasSentTodayAsync(trial, cancellationToken))
        {
            return PurchaseOutcome.SentBefore;
        }

        db.Add(new PurchaseRequest { TrialId = trial.Id, Day = trial.Life.TodayAt(now), UserId = userId, At = now });
        trial.Touch();
        db.Audit(new PurchaseRequested(trial.Id), userId, now);
        var asker = await db.Set<OrganisationMember>().AsNoTracking().SingleAsync(
            member =>
                member.UserId == userId && member.IsAdministrator && member.OrganisationId == trial.OrganisationId,
            cancellationToken);
        await mails.PurchaseRequestedAsync(trial, asker, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return PurchaseOutcome.Sent;
    }
}
