using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>Finds accounts, a page at once, in the order of their addresses.</summary>
public sealed class UserList(PortalDbContext db)
{
    public const int PageSize = 50;

    public async Task<UserListPage> ReadAsync(UserListInput input, CancellationToken cancellationToken)
    {
        var users = await AfterAsync(Find(input), input.After, cancellationToken);
        var found = await users
            .OrderBy(user => user.NormalizedUserName)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        List<PortalUser> shown = [.. found.Take(PageSize)];
        List<Guid> ids = [.. shown.Select(user => user.Id)];
        var roles = (await db.UserRoles
            .Where(link => ids.Contains(link.UserId))
            .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
            .ToListAsync(cancellationToken)).ToLookup(link => link.UserId, link => link.Name!);
        return new UserListPage
        {
            Input = input,
            Rows = [.. shown.Select(user =>
                new UserRow(user, [.. roles[user.Id].Order(StringComparer.Ordinal)], UserStates.Of(user)))],
            HasMore = found.Count > PageSize,
        };
    }

    private IQueryable<PortalUser> Find(UserListInput input)
    {
        var users = db.Users.AsNoTracking();
        if (Tolerant.Code(input.Role) is { Length: > 0 } role)
        {
            users = users.Where(user => db.UserRoles
                .Join(
                    db.Roles, link => link.RoleId, known => known.Id, (link, known) => new { link.UserId, known.Name })
                .Any(link => link.UserId == user.Id && link.Name == role));
        }

        return FoldedText.WordsOf(Tolerant.Text(input.Q)).Select(word => word.Text).Aggregate(
            users,
            (found, word) => found.Where(
                user => user.SearchText.Contains(word) || user.NormalizedEmail!.Contains(word)));
    }

    private async Task<IQueryable<PortalUser>> AfterAsync(
        IQueryable<PortalUser> users, string? after, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(after, out var id))
        {
            return users;
        }

        var last = await db.Users.Where(user => user.Id == id)
            .Select(user => user.NormalizedUserName)
            .SingleOrDefaultAsync(cancellationToken);
        return last is null ? users : users.Where(user => string.Compare(user.NormalizedUserName, last) > 0);
    }
}
