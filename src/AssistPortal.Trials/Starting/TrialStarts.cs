using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Starting.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Starting;

/// <summary>
/// Starts trials. Whatever makes one impossible is found by asking the tables; of two who start at once, unique indexes
/// let one through, and the other asks again.
/// </summary>
public sealed class TrialStarts
{
    private readonly PortalDbContext db;
    private readonly OrganisationFinder organisations;
    private readonly AdministratorAccounts accounts;
    private readonly NumberBook numbers;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal TrialStarts(
        PortalDbContext db,
        OrganisationFinder organisations,
        AdministratorAccounts accounts,
        NumberBook numbers,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.organisations, this.accounts, this.numbers, this.signal, this.clock) =
            (db, organisations, accounts, numbers, signal, clock);

    /// <summary>
    /// Starts a trial today, in the customer's zone, and invites its administrators; or changes nothing and says why.
    /// </summary>
    public async Task<StartResult> StartAsync(TrialRequest request, Guid actorId, CancellationToken cancellationToken)
    {
        var result = await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var result = await WriteAsync(request, actorId, cancellationToken);
                return (Commit: result.TrialId is not null, result);
            },
            cancellationToken);
        signal.Notify();
        return result;
    }

    private async Task<StartResult> WriteAsync(TrialRequest request, Guid actorId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await RefusalsAsync(request, now, cancellationToken) is { Count: > 0 } refusals)
        {
            return new StartResult(null, refusals);
        }

        var id = await AddAsync(request, actorId, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new StartResult(id, []);
    }

    private async Task<List<StartRefusal>> RefusalsAsync(
        TrialRequest request, Instant now, CancellationToken cancellationToken)
    {
        var found = await organisations.FindAsync(
            request.PartnerId, request.Administrators, request.SiteHost, now, cancellationToken);
        var taken = await numbers.TakenAsync(request.PhoneNumbers, cancellationToken);
        return
        [
            .. found,
            .. taken.Select(number => new StartRefusal(StartRefusalReason.NumberTaken, StartRefusalBy.Number, number)),
        ];
    }

    private async Task<Guid> AddAsync(
        TrialRequest request, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var organisation = new Organisation(request.Company, request.SiteHost);
        var trial = Trial.Begin(
            new TrialStart(
                request.PartnerId,
                organisation.Id,
                request.Company,
                request.Country,
                request.TimeZone,
                request.Language,
                request.LengthDays,
                request.Services),
            now);
        db.Add(organisation);
        db.Add(trial);
        db.AddRange(request.PhoneNumbers.Select(number => new TrialNumber(trial.Id, number)));
        await AddAdministratorsAsync(request, organisation.Id, cancellationToken);
        db.Audit(
            new TrialStarted(
                trial.Id,
                trial.StartDate,
                trial.EndDate,
                trial.TimeZone,
                [.. request.Services.OrderBy(item => item.Key).Select(item => $"{item.Key} {item.Value}")],
                request.Administrators.Count,
                request.SiteHost is not null,
                request.PhoneNumbers.Count),
            actorId,
            now);
        return trial.Id;
    }

    /// <summary>Members of the free organisation are taken over.</summary>
    private async Task AddAdministratorsAsync(
        TrialRequest request, Guid organisationId, CancellationToken cancellationToken)
    {
        List<string> keys = [.. request.Administrators.Select(MailKey.Of)];
        var free = await db.Set<OrganisationMember>()
            .Include(member => member.Assignments)
            .Where(member => member.OrganisationId == Organisation.FreeId && keys.Contains(member.EmailKey))
            .ToDictionaryAsync(member => member.EmailKey, StringComparer.Ordinal, cancellationToken);
        foreach (var address in request.Administrators)
        {
            var key = MailKey.Of(address);
            if (free.TryGetValue(key, out var member))
            {
                member.MoveTo(organisationId);
            }
            else
            {
                member = new OrganisationMember(organisationId, address, key, name: "");
                db.Add(member);
            }

            member.Appoint(await accounts.AppointAsync(address, member.Name, request.Language, cancellationToken));
        }
    }
}
