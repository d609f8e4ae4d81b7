using System.Collections.Concurrent;
using System.Security.Claims;
using AssistPortal.Trials;

namespace AssistPortal.Web.Features.Trials;

/// <summary>The rooms of the trials module, for each of its roles.</summary>
internal static class TrialNavigation
{
    private static readonly (string Path, string Name)[] Partner =
    [
        ("/trials", "Customers"), ("/trials/orders", "PurchaseOrders"),
        ("/trials/shipment-question", "ShipmentQuestion"),
        ("/guide", "Guide"),
    ];

    private static readonly (string Path, string Name)[] Customer =
    [
        ("/my-trial", "Overview"), ("/my-trial/subscription", "Subscription"), ("/my-trial/users", "MyUsers"),
        ("/my-trial/usage", "Usage"), ("/my-trial/devices", "Devices"), ("/guide", "Guide"),
    ];

    private static readonly (string Path, string Name)[] HelpDesk =
    [
        ("/staff/trials", "Queue"), ("/staff/trials/shipments", "Shipments"), ("/staff/trials/ending", "Ending"),
        ("/staff/trials/partners", "Partners"),
    ];

    /// <summary>Those that phones have room for side by side; the others stand behind a button there.</summary>
    public static readonly IReadOnlyList<string> OnPhones =
    [
        "/trials", "/trials/orders", "/my-trial", "/my-trial/subscription", "/my-trial/users", "/staff/trials",
        "/staff/trials/shipments",
    ];

    /// <summary>All names, for tests.</summary>
    public static IEnumerable<string> Names => Partner.Concat(Customer).Concat(HelpDesk).Select(room => room.Name);

    /// <summary>The rooms of each set of roles, made once: each page asks for one.</summary>
    private static readonly ConcurrentDictionary<(bool, bool, bool), (string Path, string Name)[]> Made = new();

    /// <summary>
    /// Where each leads, and its name in the layout; none for other roles. The same list for the same roles.
    /// </summary>
    public static IReadOnlyList<(string Path, string Name)> Of(ClaimsPrincipal user) => Made.GetOrAdd(
        (
            user.IsInRole(TrialRoles.PartnerAdministrator),
            user.IsInRole(TrialRoles.CustomerAdministrator),
            user.IsInRole(TrialRoles.HelpDesk)),
        roles =>
        [
            .. roles.Item1 ? Partner : [],
            .. roles.Item2 ? Customer : [],
            .. roles.Item3 ? HelpDesk : [],
        ]);

    /// <summary>The room to which a page belongs: the one whose path goes furthest; null for none.</summary>
    public static string? RoomOf(IEnumerable<(string Path, string Name)> rooms, PathString here) =>
        rooms.Select(room => room.Path)
            .Where(path => here.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            .MaxBy(path => path.Length);
}
