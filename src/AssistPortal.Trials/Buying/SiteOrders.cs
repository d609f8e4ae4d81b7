using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Buying.Audit;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Buying;

/// <summary>
/// WebEx sites of paid trials, until they are ordered. Where the new one is to have the trial's URL, the organisation
/// has that all along: nobody else takes it between the deletion and the order.
/// </summary>
public sealed class SiteOrders
{
    private readonly PortalDbContext db;
    private readonly PartnerAccess access;
    private readonly RequestFiling filing;
    private readonly TrialMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal SiteOrders(
        PortalDbContext db,
        PartnerAccess access,
        RequestFiling filing,
        TrialMails mails,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.access, this.filing, this.mails, this.signal, this.clock) =
            (db, access, filing, mails, signal, clock);

    /// <summary>Orders WebEx for a trial whose site was deleted, and whose URL is free with that.</summary>
    public async Task<SiteOrderOutcome> OrderAsync(Guid trialId, Guid actorId, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await db.InTransactionAsync(
                async cancellationToken =>
                {
                    var outcome = await WriteAsync(trialId, actorId, cancellationToken);
                    return (Commit: outcome == SiteOrderOutcome.Ordered, outcome);
                },
                cancellationToken);
            signal.Notify();
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SiteOrderOutcome.NotPossible;
        }
    }

    /// <summary>
    /// Orders WebEx where it waited for the thirtieth day after the trial's end: the trial's site goes, and the new one
    /// has its URL. Saving is left to the caller, who calls <see cref="OutboxSignal"/> after it.
    /// </summary>
    internal async Task OrderWaitingAsync(Trial trial, Instant now, CancellationToken cancellationToken)
    {
        if (await OrderOfAsync(trial.Id, cancellationToken) is { WebEx: WebExState.Waiting } order)
        {
            await OrderAsync(trial, order, AuditActor.Portal, now, cancellationToken);
        }
    }

    /// <summary>
    /// The help desk has deleted a trial's site, as a request asked: its URL is free for the order. Nothing happens
    /// where no order waits for that. Saving is left to the caller, who calls <see cref="OutboxSignal"/> after
    /// it.
    /// </summary>
    internal async Task NoteDeletedAsync(Guid requestId, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var request = await db.Set<HelpDeskRequest>().SingleAsync(item => item.Id == requestId, cancellationToken);
        if (request is not { Kind: HelpDeskRequestKind.SiteDeletion, TrialId: { } trialId }
            || await OrderOfAsync(trialId, cancellationToken) is not { WebEx: WebExState.Pending } order)
        {
            return;
        }

        order.NoteSiteDeleted(now);
        db.Audit(new TrialSiteDeleted(trialId, order.SiteHost!), actorId, now);
        var trial = await db.Set<Trial>().SingleAsync(item => item.Id == trialId, cancellationToken);
        await mails.SiteDeletedAsync(trial, order, cancellationToken);
    }

    /// <summary>
    /// What a conversion does with the trial's site, and with that of the order; saving is left to the caller.
    /// </summary>
    internal async Task BeginAsync(
        PurchaseOrder order,
        ConversionCase found,
        ConversionChoice choice,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (order.Offer == Offer.Spark)
        {
            if (found.SiteHost is { } own && found.PlanOf(choice).Converts.Contains(TrialPart.Site))
            {
                order.KeepSite(own);
            }
            else
            {
                found.Organisation!.UseSite(null);
            }

            return;
        }

        var (host, sameUrl) = found.NewSiteOf(choice);
        order.OrderSite(host, sameUrl, now);
        switch (sameUrl)
        {
            case SameUrl.RequestDeletion:
                await filing.FileAsync(
                    HelpDeskRequestKind.SiteDeletion,
                    order.OrderedBy,
                    new HelpDeskSubject(order.TrialId) { Text = host },
                    now,
                    cancellationToken);
                break;
            case SameUrl.Wait when found.Trial.SettledAt is not null:
                // The thirtieth day was before: nothing comes any more that it could wait for.
                order.NoteSiteOrdered(now);
                break;
            case SameUrl.No:
                found.Organisation!.UseSite(host);
                break;
        }
    }

    private async Task<SiteOrderOutcome> WriteAsync(Guid trialId, Guid actorId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(trialId, actorId, cancellationToken) is not { } trial)
        {
            return SiteOrderOutcome.Gone;
        }

        if (await OrderOfAsync(trialId, cancellationToken) is not { WebEx: WebExState.Deleted } order)
        {
            return SiteOrderOutcome.NotPossible;
        }

        await OrderAsync(trial, order, AuditActor.User(actorId), clock.GetCurrentInstant(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return SiteOrderOutcome.Ordered;
    }

    private async Task OrderAsync(
        Trial trial, PurchaseOrder order, AuditActor actor, Instant now, CancellationToken cancellationToken)
    {
        order.NoteSiteOrdered(now);
        db.Audit(new WebExOrdered(trial.Id, order.SiteHost!), actor, now);
        await mails.SiteOrderedAsync(trial, order, cancellationToken);
    }

    private Task<PurchaseOrder?> OrderOfAsync(Guid trialId, CancellationToken cancellationToken) =>
        db.Set<PurchaseOrder>().SingleOrDefaultAsync(order => order.TrialId == trialId, cancellationToken);
}
