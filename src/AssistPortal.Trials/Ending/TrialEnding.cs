using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Ending.Audit;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Ending;

/// <summary>
/// The irreversible step, in two phases. The first decides: a tombstone with what there was, and everything is over.
/// The second erases, and may be repeated. Saving is left to the caller, in whose transaction all this happens.
/// </summary>
internal sealed class TrialEnding(PortalDbContext db, NoticeBook book, NoticeReaders readers, AskerErasure askers)
{
    /// <summary>
    /// Ends a trial. Whatever else changes it at this moment comes before, or not at all: its row is written.
    /// </summary>
    public async Task EndAsync(Trial trial, Instant now, CancellationToken cancellationToken)
    {
        var stone = await CountAsync(trial, now, cancellationToken);
        book.Add(trial, TrialNoticeKind.Ended, await readers.UsersAsync(trial, cancellationToken), now);
        trial.End(now);
        db.Add(stone);
        db.Audit(TrialEnded.Of(stone), AuditActor.Portal, now);
    }

    /// <summary>Erases what the end takes; people move to the free organisation.</summary>
    public async Task EraseAsync(Trial trial, Instant now, CancellationToken cancellationToken)
    {
        await EnsureFreeAsync(cancellationToken);
        var organisationId = trial.OrganisationId;
        var members = db.Set<OrganisationMember>().Where(member => member.OrganisationId == organisationId);
        var administrators = await members
            .Where(member => member.IsAdministrator && member.UserId != null)
            .Select(member => member.UserId!.Value)
            .ToListAsync(cancellationToken);
        await db.DismissAsync(TrialRoles.CustomerAdministrator, administrators, cancellationToken);
        await db.Set<ServiceAssignment>()
            .Where(assignment => members.Any(member => member.Id == assignment.MemberId))
            .ExecuteDeleteAsync(cancellationToken);
        await members.ExecuteUpdateAsync(
            set => set
                .SetProperty(member => member.OrganisationId, Organisation.FreeId)
                .SetProperty(member => member.IsAdministrator, false),
            cancellationToken);
        await db.Set<UsageFigure>()
            .Where(figure => figure.OrganisationId == organisationId)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<TrialNote>().Where(note => note.TrialId == trial.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TrialService>()
            .Where(service => service.TrialId == trial.Id)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<PurchaseRequest>()
            .Where(request => request.TrialId == trial.Id)
            .ExecuteDeleteAsync(cancellationToken);
        await askers.EraseAsync(trial, cancellationToken);
        await db.Set<Organisation>()
            .Where(organisation => organisation.Id == organisationId)
            .ExecuteDeleteAsync(cancellationToken);
        trial.MarkErased(now);
    }

    /// <summary>Gives the phone numbers free, and forgets whom the notices went to.</summary>
    public async Task ReleaseNumbersAsync(Trial trial, Instant now, CancellationToken cancellationToken)
    {
        var released = await db.Set<TrialNumber>()
            .Where(number => number.TrialId == trial.Id)
            .ExecuteDeleteAsync(cancellationToken);
        if (released > 0)
        {
            db.Audit(new TrialNumbersReleased(trial.Id, released), AuditActor.Portal, now);
        }

        if (trial.EndedAt is not null)
        {
            var notices = await db.Set<TrialNotice>()
                .Where(notice => notice.TrialId == trial.Id && notice.State != TrialNoticeState.Waiting)
                .ToListAsync(cancellationToken);
            notices.ForEach(notice => notice.ForgetReader());
        }

        trial.ReleaseNumbers(now);
    }

    private async Task<Tombstone> CountAsync(Trial trial, Instant now, CancellationToken cancellationToken)
    {
        var organisationId = trial.OrganisationId;
        var members = db.Set<OrganisationMember>().Where(member => member.OrganisationId == organisationId);
        return new Tombstone
        {
            TrialId = trial.Id,
            At = now,
            Administrators = await members.CountAsync(member => member.IsAdministrator, cancellationToken),
            Users = await members.CountAsync(member => !member.IsAdministrator, cancellationToken),
            Licences = trial.Services.Sum(service => service.Amount),
            Assignments = await db.Set<ServiceAssignment>()
                .CountAsync(assignment => members.Any(member => member.Id == assignment.MemberId), cancellationToken),
            UsageFigures = await db.Set<UsageFigure>()
                .CountAsync(figure => figure.OrganisationId == organisationId, cancellationToken),
            Notes = await db.Set<TrialNote>().CountAsync(note => note.TrialId == trial.Id, cancellationToken),
            PhoneNumbers = await db.Set<TrialNumber>()
                .CountAsync(number => number.TrialId == trial.Id, cancellationToken),
            HadSite = await db.Set<Organisation>()
                .AnyAsync(
                    organisation => organisation.Id == organisationId && organisation.SiteHost != null,
                    cancellationToken),
        };
    }

    private async Task EnsureFreeAsync(CancellationToken cancellationToken)
    {
        if (!await db.Set<Organisation>()
            .AnyAsync(organisation => organisation.Id == Organisation.FreeId, cancellationToken))
        {
            db.Add(Organisation.MakeFree());
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
