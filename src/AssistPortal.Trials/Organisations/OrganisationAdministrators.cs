using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Organisations.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Organisations;

/// <summary>Who administers an organisation. There always is somebody who does.</summary>
public sealed class OrganisationAdministrators
{
    private readonly PortalDbContext db;
    private readonly CustomerAccess access;
    private readonly AdministratorAccounts accounts;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal OrganisationAdministrators(
        PortalDbContext db, CustomerAccess access, AdministratorAccounts accounts, OutboxSignal signal, IClock clock) =>
        (this.db, this.access, this.accounts, this.signal, this.clock) = (db, access, accounts, signal, clock);

    /// <summary>
    /// Makes a user an administrator: they have an account then, and who has no password yet is mailed an invitation.
    /// </summary>
    public async Task<PeopleResult> AppointAsync(Guid memberId, Guid actorId, CancellationToken cancellationToken)
    {
        var result = await db.ActAsync(
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
                    return PeopleResult.Saved(member);
                }

                var userId = await AccountOfAsync(member, trial.Language, cancellationToken);
                if (await db.Set<OrganisationMember>().AnyAsync(
                    other => other.UserId == userId && other.IsAdministrator && other.Id != memberId,
                    cancellationToken))
                {
                    return new PeopleResult(PeopleOutcome.AddressTaken);
                }

                member.Appoint(userId);
                db.Audit(new TrialAdministratorAppointed(trial.Id, memberId), actorId, clock.GetCurrentInstant());
                return PeopleResult.Saved(member);
            },
            cancellationToken);
        signal.Notify();
        return result;
    }

    /// <summary>Takes the role from an administrator, who stays a user; their sessions end.</summary>
    public Task<PeopleResult> DismissAsync(Guid memberId, Guid actorId, CancellationToken cancellationToken) =>
        db.ActAsync(
            access,
            actorId,
            async (trial, cancellationToken) =>
            {
                if (await db.MemberAsync(trial, memberId, cancellationToken) is not { } member)
                {
                    return new PeopleResult(PeopleOutcome.Gone);
                }

                if (!member.IsAdministrator)
                {
                    return PeopleResult.Saved(member);
                }

                if (await db.RefusalAsync(trial, member, actorId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                await db.DismissAsync(TrialRoles.CustomerAdministrator, [member.UserId!.Value], cancellationToken);
                member.Dismiss();
                db.Audit(new TrialAdministratorDismissed(trial.Id, memberId), actorId, clock.GetCurrentInstant());
                return PeopleResult.Saved(member);
            },
            cancellationToken);

    private async Task<Guid> AccountOfAsync(
        OrganisationMember member, string language, CancellationToken cancellationToken)
    {
        if (member.UserId is not { } userId)
        {
            return await accounts.AppointAsync(member.Email, member.Name, language, cancellationToken);
        }

        await accounts.AppointAsync(userId, cancellationToken);
        return userId;
    }
}
