using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Messages;

/// <summary>Whom mails about a trial go to. Deactivated accounts hear of no customer any more.</summary>
internal sealed class TrialMailPeople(PortalDbContext db)
{
    public const string DefaultLanguage = "en";

    /// <summary>The customer's administrators, in the order of their addresses.</summary>
    public async Task<IReadOnlyList<TrialMailPerson>> AdministratorsOfAsync(Trial trial, CancellationToken cancellationToken)
    {
        var members = await db.Set<OrganisationMember>().AsNoTracking()
            .Where(member => member.OrganisationId == trial.OrganisationId && member.IsAdministrator)
            .OrderBy(member => member.EmailKey)
            .Select(member => new
            {
                Member = member,
                Language = db.Users.Where(user => user.Id == member.UserId).Select(user => user.Language).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. members.Select(item => new TrialMailPerson(item.Member.Greeted, item.Member.Email, item.Language ?? trial.Language)),
        ];
    }

    /// <summary>The partner's administrators, in the order of their addresses.</summary>
    public async Task<IReadOnlyList<TrialMailPerson>> PartnersOfAsync(Trial trial, CancellationToken cancellationToken)
    {
        var users = await db.Set<PartnerMember>()
            .Where(member => member.PartnerId == trial.PartnerId)
            .Join(db.Users, member => member.UserId, user => user.Id, (_, user) => user)
            .Where(user => user.Email != null && user.LockoutEnd != PortalUser.Forever)
            .OrderBy(user => user.Email)
            .Select(user => new { user.FirstName, user.LastName, Email = user.Email!, user.Language })
            .ToListAsync(cancellationToken);
        return
        [
            .. users.Select(user => new TrialMailPerson(
                PersonName.Of(user.FirstName, user.LastName), user.Email, user.Language ?? DefaultLanguage)),
        ];
    }
}

/// <summary>Somebody who gets a mail.</summary>
/// <param name="Name">As greeted.</param>
/// <param name="Email">Where it goes.</param>
/// <param name="Language">Culture name of its language.</param>
internal sealed record TrialMailPerson(string Name, string Email, string Language);
