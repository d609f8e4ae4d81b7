using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>Gathers what the pages of an organisation's users show.</summary>
public sealed class MyUserPages(PortalDbContext db, CustomerAccess access, LicenceCount licences)
{
    public const int PageSize = 50;

    /// <summary>
    /// A page of the list in the order of addresses; null where the account administers no organisation.
    /// </summary>
    public async Task<MyUserListPage?> ListAsync(
        MyUserListInput filter, NewMyUserInput input, Guid userId, CancellationToken cancellationToken)
    {
        if (await access.TrialOfAsync(userId, cancellationToken) is not { } trial)
        {
            return null;
        }

        var all = db.Set<OrganisationMember>()
            .AsNoTracking()
            .Where(member => member.OrganisationId == trial.OrganisationId);
        var found = await (await AfterAsync(Find(all, filter.Q), all, filter.After, cancellationToken))
            .OrderBy(member => member.EmailKey)
            .Take(PageSize + 1)
            .Include(member => member.Assignments)
            .ToListAsync(cancellationToken);
        return new MyUserListPage
        {
            Trial = trial,
            Licences = await LicencesAsync(trial, cancellationToken),
            Filter = filter,
            Input = input,
            Rows = [.. found.Take(PageSize)],
            HasMore = found.Count > PageSize,
            Total = await all.CountAsync(cancellationToken),
        };
    }

    /// <summary>A user's page; null where the organisation has no such user, or there is none.</summary>
    /// <param name="id">The user.</param>
    /// <param name="input">What was typed; null shows them as they are.</param>
    /// <param name="userId">Who looks at it.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<MyUserPage?> OfAsync(
        Guid id, MyUserInput? input, Guid userId, CancellationToken cancellationToken)
    {
        if (await access.TrialOfAsync(userId, cancellationToken) is not { } trial)
        {
            return null;
        }

        var all = db.Set<OrganisationMember>()
            .AsNoTracking()
            .Where(member => member.OrganisationId == trial.OrganisationId);
        var member = await all.Include(row => row.Assignments)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return member is null
            ? null
            : new MyUserPage
            {
                Trial = trial,
                Member = member,
                Input = input ?? MyUserInput.From(member),
                Licences = await LicencesAsync(trial, cancellationToken),
                IsOwn = member.UserId == userId,
                IsOnlyAdministrator = member.IsAdministrator
                    && !await all.AnyAsync(other => other.IsAdministrator && other.Id != id, cancellationToken),
            };
    }

    private async Task<IReadOnlyList<LicenceChoice>> LicencesAsync(Trial trial, CancellationToken cancellationToken)
    {
        var inUse = await licences.InUseAsync(trial.OrganisationId, cancellationToken);
        return
        [
            .. trial.Services.Where(item => !item.IsLost).OrderBy(item => item.Service)
                .Select(item => new LicenceChoice(item.Service, item.Amount, inUse.GetValueOrDefault(item.Service))),
        ];
    }

    private static IQueryable<OrganisationMember> Find(IQueryable<OrganisationMember> members, string? typed) =>
        FoldedText.WordsOf(Tolerant.Text(typed)).Select(word => word.Text).Aggregate(
            members, (found, word) => found.Where(member => member.SearchText.Contains(word)));

    private static async Task<IQueryable<OrganisationMember>> AfterAsync(
        IQueryable<OrganisationMember> members,
        IQueryable<OrganisationMember> all,
        string? after,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(after, out var id))
        {
            return members;
        }

        var last = await all.Where(member => member.Id == id)
            .Select(member => member.EmailKey)
            .SingleOrDefaultAsync(cancellationToken);
        return last is null ? members : members.Where(member => string.Compare(member.EmailKey, last) > 0);
    }
}
