using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Desk;

/// <summary>
/// Who works at the desk, and what somebody has there of their own: one statement for whoever asks in a request.
/// </summary>
public sealed class DeskStaff(PortalDbContext db)
{
    // From the few roles to the few who hold them, and the few from whom one was taken: no database goes through all
    // accounts.
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, IAsyncEnumerable<Row>>> All = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid readerId) =>
            from person in (
                    from role in db.Roles
                    where role.Name == AssistRoles.Coordinator || role.Name == PortalRoles.Administrator
                    join link in db.UserRoles on role.Id equals link.RoleId
                    select new { link.UserId, HasRole = true })
                .Concat(db.Users.Where(user => user.LeftStaffAt != null)
                    .Select(user => new { UserId = user.Id, HasRole = false }))
            join user in db.Users on person.UserId equals user.Id
            from view in db.Set<OrderView>()
                .Where(view => view.UserId == user.Id && view.UserId == readerId)
                .DefaultIfEmpty()
            select new Row
            {
                Id = user.Id,
                FirstName = user.FirstName,
                LastName = user.LastName,
                Email = user.Email,
                HasRole = person.HasRole,
                LockoutEnd = user.LockoutEnd,
                TimeZone = user.TimeZone,
                ViewId = view == null ? null : view.Id,
                ViewName = view == null ? null : view.Name,
                ViewQuery = view == null ? null : view.Query,
            }));

    private IReadOnlyList<DeskPerson>? people;

    /// <summary>Whoever works at the desk, and whoever has left it, by name.</summary>
    public async Task<IReadOnlyList<DeskPerson>> PeopleAsync(CancellationToken cancellationToken) =>
        people ??= PeopleOf(await All.On(db)(db, Guid.Empty).ToListAsync(cancellationToken));

    /// <summary>The same, with what one of them has of their own.</summary>
    public async Task<OwnDesk> OfAsync(Guid readerId, CancellationToken cancellationToken)
    {
        var rows = await All.On(db)(db, readerId).ToListAsync(cancellationToken);
        people = PeopleOf(rows);
        return new OwnDesk(
            people,
            rows.Find(row => row.Id == readerId)?.TimeZone,
            [
                .. rows.Where(row => row.ViewId is not null)
                    .DistinctBy(row => row.ViewId)
                    .Select(row => (row.ViewName!, row.ViewQuery!))
                    .OrderBy(view => view.Item1, StringComparer.CurrentCulture),
            ]);
    }

    /// <summary>Whoever worked at the desk until their account was deactivated, or the role taken.</summary>
    public async Task<IReadOnlyList<Guid>> LeftAsync(CancellationToken cancellationToken) =>
    [
        .. (await PeopleAsync(cancellationToken)).Where(person => !person.IsActive).Select(person => person.Id),
    ];

    private static IReadOnlyList<DeskPerson> PeopleOf(IEnumerable<Row> rows) =>
    [
        .. rows.GroupBy(row => row.Id)
            .Select(own => (Row: own.First(), HasRole: own.Any(row => row.HasRole)))
            .Select(person => new DeskPerson(
                person.Row.Id,
                Wording.Name(person.Row.FirstName, person.Row.LastName) is { Length: > 0 } name
                    ? name
                    : person.Row.Email ?? "",
                person.HasRole && person.Row.LockoutEnd != PortalUser.Forever))
            .OrderBy(person => person.Name, StringComparer.CurrentCulture),
    ];

    /// <summary>One for each role of an account, for having left, and for each view of the reader.</summary>
    private sealed class Row
    {
        public required Guid Id { get; init; }

        public required string FirstName { get; init; }

        public required string LastName { get; init; }

        public required string? Email { get; init; }

        /// <summary>Not in the row of somebody who has left, even if they came back.</summary>
        public required bool HasRole { get; init; }

        public required DateTimeOffset? LockoutEnd { get; init; }

        public required string? TimeZone { get; init; }

        public required Guid? ViewId { get; init; }

        public required string? ViewName { get; init; }

        public required string? ViewQuery { get; init; }
    }
}

/// <summary>The desk, as one of those who work there meets it.</summary>
/// <param name="People">Whoever works at the desk, and whoever has left it, by name.</param>
/// <param name="TimeZone">The reader's IANA zone; null where they chose none.</param>
/// <param name="Views">The reader's saved views by name, with what they show.</param>
public sealed record OwnDesk(
    IReadOnlyList<DeskPerson> People, string? TimeZone, IReadOnlyList<(string Name, string Query)> Views);
