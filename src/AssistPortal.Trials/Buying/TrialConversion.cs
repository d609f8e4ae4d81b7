using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Buying.Audit;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Buying;

/// <summary>
/// Makes trials paid. Of a conversion and a cut-off at the same moment, the trial's version lets one through.
/// </summary>
public sealed class TrialConversion
{
    private readonly PortalDbContext db;
    private readonly PartnerAccess access;
    private readonly NoticeBook notices;
    private readonly SiteOrders sites;
    private readonly TrialMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal TrialConversion(
        PortalDbContext db,
        PartnerAccess access,
        NoticeBook notices,
        SiteOrders sites,
        TrialMails mails,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.access, this.notices, this.sites, this.mails, this.signal, this.clock) =
            (db, access, notices, sites, mails, signal, clock);

    /// <summary>A trial of an account's partner; null where there is none, or it is another's.</summary>
    public async Task<ConversionCase?> FindAsync(Guid trialId, Guid actorId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(trialId, actorId, cancellationToken) is not { } trial)
        {
            return null;
        }

        var organisation = await db.Set<Organisation>()
            .SingleOrDefaultAsync(item => item.Id == trial.OrganisationId, cancellationToken);
        return new ConversionCase(trial, organisation, trial.StateAt(clock.GetCurrentInstant()));
    }

    /// <summary>What is wrong with an order; empty where nothing is.</summary>
    public async Task<IReadOnlyList<ConversionFault>> ProveAsync(
        ConversionCase found, ConversionChoice choice, CancellationToken cancellationToken)
    {
        var administrators = await Administrators(found.Trial).Select(member => member.EmailKey)
            .ToListAsync(cancellationToken);
        var host = choice.NewHostFor(found.SiteHost);
        var isTaken = host is not null && await db.Set<Organisation>()
            .AnyAsync(other => other.SiteHost == host && other.Id != found.Trial.OrganisationId, cancellationToken);
        return ConversionCheck.FaultsOf(
            choice, new ConversionFacts(found.State, found.SiteHost, administrators, isTaken));
    }

    /// <summary>Converts a trial as ordered: all of it, or nothing.</summary>
    /// <returns>
    /// What is wrong, by which nothing has changed; empty where it is done; null where there is no such trial.
    /// </returns>
    public async Task<IReadOnlyList<ConversionFault>?> ConvertAsync(
        Guid trialId, ConversionChoice choice, Guid actorId, CancellationToken cancellationToken)
    {
        var faults = await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var faults = await WriteAsync(trialId, choice, actorId, cancellationToken);
                return (Commit: faults is [], faults);
            },
            cancellationToken);
        signal.Notify();
        return faults;
    }

    private async Task<IReadOnlyList<ConversionFault>?> WriteAsync(
        Guid trialId, ConversionChoice choice, Guid actorId, CancellationToken cancellationToken)
    {
        if (await FindAsync(trialId, actorId, cancellationToken) is not { } found)
        {
            return null;
        }

        if (await ProveAsync(found, choice, cancellationToken) is { Count: > 0 } faults)
        {
            return faults;
        }

        var (now, trial, plan) = (clock.GetCurrentInstant(), found.Trial, found.PlanOf(choice));
        var key = MailKey.Of(choice.AdminEmail);
        var email = await Administrators(trial).Where(member => member.EmailKey == key)
            .Select(member => member.Email).SingleAsync(cancellationToken);
        var order = new PurchaseOrder(trial.Id, choice.Offer!.Value, choice.Items, email, actorId, now);
        db.Add(order);
        trial.Convert(plan.LostServices, now);
        await sites.BeginAsync(order, found, choice, now, cancellationToken);
        db.Audit(
            new TrialConverted(trial.Id, order.Offer, order.Items, plan.Loses, order.SiteHost, order.SameUrl),
            actorId,
            now);
        await mails.ConvertedAsync(trial, order, plan, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await notices.CancelWaitingAsync(trial.Id, now, cancellationToken);
        await TakeAssignmentsAsync(trial, plan.LostServices, cancellationToken);
        return [];
    }

    private IQueryable<OrganisationMember> Administrators(Trial trial) => db.Set<OrganisationMember>()
        .Where(member => member.OrganisationId == trial.OrganisationId && member.IsAdministrator);

    private Task TakeAssignmentsAsync(
        Trial trial, IReadOnlyCollection<CloudService> lost, CancellationToken cancellationToken)
    {
        var members = db.Set<OrganisationMember>()
            .Where(member => member.OrganisationId == trial.OrganisationId).Select(member => member.Id);
        return db.Set<ServiceAssignment>()
            .Where(assignment => members.Contains(assignment.MemberId) && lost.Contains(assignment.Service))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
