using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Notices;

/// <summary>Who is told what time brings, as it is at the moment.</summary>
internal sealed class NoticeReaders(PortalDbContext db)
{
    /// <summary>The customer's administrators, and the partner's.</summary>
    public async Task<IReadOnlyList<TrialNoticeReader>> AdministratorsAsync(
        Trial trial, CancellationToken cancellationToken) =>
        [.. await CustomersAsync(trial, cancellationToken), .. await PartnersAsync(trial, cancellationToken)];

    /// <summary>All users of the organisation, administrators too.</summary>
    public async Task<IReadOnlyList<TrialNoticeReader>> UsersAsync(Trial trial, CancellationToken cancellationToken) =>
        await MembersAsync(
            trial, db.Set<OrganisationMember>(), TrialNoticeAudience.User, cancellationToken);

    /// <summary>The customer's administrators.</summary>
    public async Task<IEnumerable<TrialNoticeReader>> CustomersAsync(
        Trial trial, CancellationToken cancellationToken) =>
        await MembersAsync(
            trial,
            db.Set<OrganisationMember>().Where(member => member.IsAdministrator),
            TrialNoticeAudience.Customer,
            cancellationToken);

    /// <summary>Whoever has an account in its language of mails, the others in that of the trial.</summary>
    private async Task<IReadOnlyList<TrialNoticeReader>> MembersAsync(
        Trial trial,
        IQueryable<OrganisationMember> members,
        TrialNoticeAudience audience,
        CancellationToken cancellationToken) =>
        [
            .. (await members
                .Where(member => member.OrganisationId == trial.OrganisationId)
                .GroupJoin(db.Users, member => member.UserId, user => user.Id, (member, users) => new { member, users })
                .SelectMany(
                    pair => pair.users.DefaultIfEmpty(),
                    (pair, user) => new
                    {
                        pair.member.Email,
                        pair.member.Name,
                        Language = user!.MailLanguage ?? user.Language,
                    })
                .ToListAsync(cancellationToken))
                .Select(person => new TrialNoticeReader(
                    audience,
                    person.Email,
                    PersonName.OrAddress(person.Name, person.Email),
                    person.Language ?? trial.Language)),
        ];

    /// <summary>The partner's administrators.</summary>
    public async Task<IEnumerable<TrialNoticeReader>> PartnersAsync(Trial trial, CancellationToken cancellationToken) =>
        (await db.Set<PartnerMember>()
            .Where(member => member.PartnerId == trial.PartnerId)
            .Join(db.Users, member => member.UserId, user => user.Id, (_, user) => user)
            .Where(user => user.LockoutEnd != PortalUser.Forever)
            .Select(user => new
            {
                user.Email,
                user.FirstName,
                user.LastName,
                Language = user.MailLanguage ?? user.Language,
            })
            .ToListAsync(cancellationToken))
            .Select(user => new TrialNoticeReader(
                TrialNoticeAudience.Partner,
                user.Email!,
                PersonName.OrAddress(PersonName.Of(user.FirstName, user.LastName), user.Email!),
                user.Language ?? PortalUser.DefaultLanguage));

    /// <summary>The same; where none of them has an account, the address that customers are given.</summary>
    public async Task<IEnumerable<TrialNoticeReader>> PartnersOrOfficeAsync(
        Trial trial, CancellationToken cancellationToken)
    {
        if ((await PartnersAsync(trial, cancellationToken)).ToList() is { Count: > 0 } administrators)
        {
            return administrators;
        }

        var partner = await db.Set<Partner>().SingleAsync(row => row.Id == trial.PartnerId, cancellationToken);
        return
        [
            new TrialNoticeReader(TrialNoticeAudience.Partner, partner.Email, partner.Name, PortalUser.DefaultLanguage),
        ];
    }
}
