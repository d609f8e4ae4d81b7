using System.Security.Claims;
using AssistPortal.Assist;
using AssistPortal.Web.Features.Staff;
using AssistPortal.Web.Features.Trials;

namespace AssistPortal.Web.Features.Layout;

/// <summary>
/// The rooms in the header. Lists of rooms are the same objects for the same roles, so that equal ones are one.
/// </summary>
/// <param name="IsHost">Whether there are those of hosts.</param>
/// <param name="IsProducer">Whether there is that of producers.</param>
/// <param name="More">The staff's that stand behind a button; null for whoever is no staff.</param>
/// <param name="Trials">Those of trials.</param>
/// <param name="Here">The path of the one to which the page belongs; null for none.</param>
internal sealed record SiteRooms(
    bool IsHost,
    bool IsProducer,
    IReadOnlyList<(string Path, string Name)>? More,
    IReadOnlyList<(string Path, string Name)> Trials,
    string? Here)
{
    private const string Producing = "/producer";

    private static readonly string[] OfHosts = ["/resources", "/assist"];

    public bool IsStaff => More is not null;

    public bool IsEmpty => !IsHost && !IsProducer && !IsStaff && Trials.Count == 0;

    public static SiteRooms Of(ClaimsPrincipal user, PathString page)
    {
        var rooms = new SiteRooms(
            user.IsInRole(AssistRoles.Host),
            user.IsInRole(AssistRoles.Producer),
            StaffRoles.Has(user) ? StaffNavigation.More(user) : null,
            TrialNavigation.Of(user),
            Here: null);
        return rooms with { Here = rooms.RoomOf(page) };
    }

    /// <summary>Says so of a room.</summary>
    public string? Mark(string path) => path == Here ? "page" : null;

    private string? RoomOf(PathString page) =>
        (IsHost ? Array.Find(OfHosts, path => IsIn(path, page)) : null)
        ?? StaffNavigation.First.Concat(More ?? [])
            .Select(room => room.Path)
            .FirstOrDefault(path => IsStaff && StaffNavigation.IsAt(path, page))
        ?? (IsProducer && !IsStaff && IsIn(Producing, page) ? Producing : null)
        ?? TrialNavigation.RoomOf(Trials, page);

    private static bool IsIn(string path, PathString page) =>
        page.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
