using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Starting;

/// <summary>
/// Recognises organisations that have a trial, or had one and are paid: by the address or the account of a member, and
/// by the host of their site.
/// </summary>
internal sealed class OrganisationFinder(PortalDbContext db, AdministratorAccounts accounts)
{
    /// <summary>What stands against a trial with these administrators and this site.</summary>
    public async Task<List<StartRefusal>> FindAsync(
        Guid partnerId,
        IReadOnlyList<string> administrators,
        string? siteHost,
        Instant now,
        CancellationToken cancellationToken)
    {
        var found = await ByAdministratorAsync(administrators, cancellationToken);
        if (siteHost is not null)
        {
            found.AddRange(await BySiteAsync(siteHost, cancellationToken));
        }

        List<Guid> organisations = [.. found.Select(item => item.OrganisationId).Distinct()];
        var trials = organisations.Count == 0 ? [] : await db.Set<Trial>().AsNoTracking()
            .Where(trial => organisations.Contains(trial.OrganisationId))
            .ToListAsync(cancellationToken);
        return
        [
            .. found.Select(item => RefusalFor(
                item, trials.Find(trial => trial.OrganisationId == item.OrganisationId), partnerId, now)),
        ];
    }

    private async Task<List<Found>> ByAdministratorAsync(
        IReadOnlyList<string> administrators, CancellationToken cancellationToken)
    {
        List<string> keys = [.. administrators.Select(MailKey.Of)];
        var byAddress = await accounts.FindAllAsync(administrators, cancellationToken);
        List<Guid> users = [.. byAddress.Values];
        var members = await db.Set<OrganisationMember>()
            .Where(member => member.OrganisationId != Organisation.FreeId)
            .Where(member => keys.Contains(member.EmailKey)
                || (member.IsAdministrator && member.UserId != null && users.Contains(member.UserId.Value)))
            .Select(member => new { member.OrganisationId, member.EmailKey, member.UserId })
            .ToListAsync(cancellationToken);
        return
        [
            .. from address in administrators
               let key = MailKey.Of(address)
               from member in members
               where member.EmailKey == key || (byAddress.TryGetValue(key, out var userId) && member.UserId == userId)
               select new Found(StartRefusalBy.Administrator, address, member.OrganisationId),
        ];
    }

    private async Task<List<Found>> BySiteAsync(string siteHost, CancellationToken cancellationToken) =>
        await db.Set<Organisation>()
            .Where(organisation => organisation.SiteHost == siteHost)
            .Select(organisation => new Found(StartRefusalBy.Site, siteHost, organisation.Id))
            .ToListAsync(cancellationToken);

    private static StartRefusal RefusalFor(Found found, Trial? trial, Guid partnerId, Instant now) =>
        trial is null || trial.PartnerId != partnerId
            ? new StartRefusal(StartRefusalReason.Elsewhere, found.By, found.What)
            : new StartRefusal(ReasonOf(trial.StateAt(now)), found.By, found.What, trial.Id);

    private static StartRefusalReason ReasonOf(TrialState state) => state switch
    {
        TrialState.Paid => StartRefusalReason.Paid,
        TrialState.Ended => StartRefusalReason.Ending,
        _ => StartRefusalReason.Running,
    };

    private sealed record Found(StartRefusalBy By, string What, Guid OrganisationId);
}
