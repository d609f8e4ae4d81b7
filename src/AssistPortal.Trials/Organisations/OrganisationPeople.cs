using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Organisations;

/// <summary>Users of an organisation and their services, as its administrators look after them.</summary>
public sealed class OrganisationPeople
{
    private readonly PortalDbContext db;
    private readonly CustomerAccess access;
    private readonly LicenceCount licences;
    private readonly IClock clock;

    internal OrganisationPeople(
        PortalDbContext db, CustomerAccess access, LicenceCount licences, IClock clock) =>
        (this.db, this.access, this.licences, this.clock) = (db, access, licences, clock);

    /// <summary>Adds a user. Whoever is in the free organisation is taken over from there.</summary>
    public Task<PeopleResult> AddAsync(PersonDetails person, Guid actorId, CancellationToken cancellationToken) =>
        db.ActAsync(
            access,
            actorId,
            (trial, cancellationToken) => AddAsync(trial, person, actorId, cancellationToken),
            cancellationToken);

    /// <summary>Gives a user another name, and just these services, unless somebody else was faster.</summary>
    /// <param name="memberId">The user.</param>
    /// <param name="seen">
    /// <see cref="OrganisationMember.Seen"/> as it was read; null saves whatever they are now.
    /// </param>
    /// <param name="name">Their name; empty where it is not known.</param>
    /// <param name="services">What they are to use.</param>
    /// <param name="actorId">Who changes them.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public Task<PeopleResult> ChangeAsync(
        Guid memberId,
        string? seen,
        string name,
        IReadOnlyCollection<CloudService> services,
        Guid actorId,
        CancellationToken cancellationToken) => db.ActAsync(
            access,
            actorId,
            async (trial, cancellationToken) =>
            {
                if (await db.MemberAsync(trial, memberId, cancellationToken) is not { } member)
                {
                    return new PeopleResult(PeopleOutcome.Gone);
                }

                if (seen is not null && seen != member.Seen)
                {
                    return new PeopleResult(PeopleOutcome.ChangedMeanwhile);
                }

                var former = ServicesOf(member);
                var added = services.Except(former);
                if (await licences.MissingAsync(trial, added, cancellationToken) is { Count: > 0 } missing)
                {
                    return PeopleResult.NoLicence(missing);
                }

                member.Rename(name);
                member.Assign(services);
                db.Audit(
                    new TrialUserChanged(trial.Id, memberId, Change.Between(Words(former), Words(services))),
                    actorId,
                    clock.GetCurrentInstant());
                return PeopleResult.Saved(member);
            },
            cancellationToken);

    /// <summary>Removes a user. An administrator's account stays, without the role.</summary>
    public Task<PeopleResult> RemoveAsync(Guid memberId, Guid actorId, CancellationToken cancellationToken) =>
        db.ActAsync(
            access,
            actorId,
            async (trial, cancellationToken) =>
            {
                if (await db.MemberAsync(trial, memberId, cancellationToken) is not { } member)
                {
                    return new PeopleResult(PeopleOutcome.Gone);
                }

                if (member.IsAdministrator)
                {
                    if (await db.RefusalAsync(trial, member, actorId, cancellationToken) is { } refusal)
                    {
                        return refusal;
                    }

                    await db.DismissAsync(TrialRoles.CustomerAdministrator, [member.UserId!.Value], cancellationToken);
                }

                db.Remove(member);
                db.Audit(new TrialUserRemoved(trial.Id, memberId), actorId, clock.GetCurrentInstant());
                return PeopleResult.Saved(member);
            },
            cancellationToken);

    private async Task<PeopleResult> AddAsync(
        Trial trial, PersonDetails person, Guid actorId, CancellationToken cancellationToken)
    {
        var key = MailKey.Of(person.Email);
        var known = await db.Set<OrganisationMember>()
            .Include(member => member.Assignments)
            .SingleOrDefaultAsync(member => member.EmailKey == key, cancellationToken);
        if (known?.OrganisationId == trial.OrganisationId)
        {
            return new PeopleResult(PeopleOutcome.Already) { MemberId = known.Id };
        }

        if (known is not null && known.OrganisationId != Organisation.FreeId)
        {
            return new PeopleResult(PeopleOutcome.AddressTaken);
        }

        if (await licences.MissingAsync(trial, person.Services, cancellationToken) is { Count: > 0 } missing)
        {
            return PeopleResult.NoLicence(missing);
        }

        var member = known
            ?? db.Add(new OrganisationMember(trial.OrganisationId, person.Email, key, person.Name)).Entity;
        if (person.Name.Length > 0)
        {
            member.Rename(person.Name);
        }

        // Of two organisations that take over the same person at once the database takes one.
        known?.MoveTo(trial.OrganisationId);
        member.Assign(person.Services);
        db.Audit(new TrialUserAdded(trial.Id, member.Id, Words(person.Services)), actorId, clock.GetCurrentInstant());
        return PeopleResult.Saved(member);
    }

    private static List<CloudService> ServicesOf(OrganisationMember member) =>
        [.. member.Assignments.Select(assignment => assignment.Service)];

    private static IReadOnlyList<string> Words(IEnumerable<CloudService> services) =>
        [.. services.Distinct().Order().Select(service => $"{service}")];
}
