using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Trials.Extending.Audit;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Extending;

/// <summary>Extends trials and adds services to them.</summary>
public sealed class TrialEdits
{
    private readonly PortalDbContext db;
    private readonly EditProof proof;
    private readonly NoticeBook notices;
    private readonly IClock clock;

    internal TrialEdits(PortalDbContext db, EditProof proof, NoticeBook notices, IClock clock) =>
        (this.db, this.proof, this.notices, this.clock) = (db, proof, notices, clock);

    /// <summary>
    /// Changes a trial, all at once, or nothing. Of two who do it at once the second is proven anew, and told what the
    /// first has done.
    /// </summary>
    /// <returns>What stands against it; none where it is done.</returns>
    public async Task<IReadOnlyList<EditRefusal>> ChangeAsync(
        Guid trialId, TrialEdit edit, Guid actorId, CancellationToken cancellationToken) =>
        await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var refusals = await TryAsync(trialId, edit, actorId, cancellationToken);
                return (Commit: refusals.Count == 0, refusals);
            },
            cancellationToken);

    private async Task<List<EditRefusal>> TryAsync(
        Guid trialId, TrialEdit edit, Guid actorId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var trial = await db.Set<Trial>()
            .Include(item => item.Services)
            .SingleAsync(item => item.Id == trialId, cancellationToken);
        if (await proof.RefusalsAsync(trial, edit, now, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        if (edit.Extends)
        {
            var former = trial.EndDate;
            trial.Extend(actorId, now);
            db.Audit(new TrialExtended(trial.Id, Change.Between(former, trial.EndDate)), actorId, now);
        }

        if (edit.Services.Count > 0 || edit.PhoneNumbers.Count > 0)
        {
            await AddAsync(trial, edit, actorId, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (edit.Extends)
        {
            await notices.CancelWaitingAsync(trial.Id, now, cancellationToken);
        }

        return [];
    }

    private async Task AddAsync(
        Trial trial, TrialEdit edit, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        foreach (var (service, amount) in edit.Services.OrderBy(item => item.Key))
        {
            trial.Add(service, amount, now);
        }

        if (edit.SiteHost is { } host)
        {
            var organisation = await db.Set<Organisation>()
                .SingleAsync(item => item.Id == trial.OrganisationId, cancellationToken);
            organisation.UseSite(host);
        }

        db.AddRange(edit.PhoneNumbers.Select(number => new TrialNumber(trial.Id, number)));
        trial.Touch();
        db.Audit(
            new TrialServicesAdded(
                trial.Id,
                [.. edit.Services.OrderBy(item => item.Key).Select(item => $"{item.Key} {item.Value}")],
                edit.SiteHost is not null,
                edit.PhoneNumbers.Count),
            actorId,
            now);
    }
}
