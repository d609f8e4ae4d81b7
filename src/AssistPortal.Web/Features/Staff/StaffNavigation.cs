using System.Security.Claims;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Web.Features.Staff;

/// <summary>The rooms of the staff area: those of every day side by side, the others behind one button.</summary>
internal static class StaffNavigation
{
    /// <summary>Where each leads, and its name in the layout.</summary>
    public static readonly IReadOnlyList<(string Path, string Name)> First =
    [
        ("/staff", "Dashboard"), ("/staff/orders", "Orders"), ("/staff/schedule", "Schedule"),
        ("/staff/producers", "Producers"),
        ("/staff/mail", "Mail"),
    ];

    /// <summary>Those that phones have room for side by side too; the others stand behind the button there.</summary>
    public static readonly IReadOnlyList<string> OnPhones = ["/staff", "/staff/orders", "/staff/schedule"];

    private static readonly (string Path, string Name)[] Others =
    [
        ("/staff/reports", "Reports"), ("/staff/invoices", "Invoices"), ("/staff/packages", "Packages"),
        ("/staff/sites", "Sites"),
        ("/staff/meetings", "Meetings"),
        ("/staff/jobs", "Jobs"), ("/staff/short-notice", "ShortNotice"), ("/staff/audit", "Audit"),
    ];

    private static readonly (string Path, string Name)[] OfAdministrators = [.. Others, ("/staff/users", "Users")];

    public static IReadOnlyList<(string Path, string Name)> More(ClaimsPrincipal user) =>
        user.IsInRole(PortalRoles.Administrator) ? OfAdministrators : Others;

    /// <summary>Whether a page belongs to the room.</summary>
    public static bool IsAt(string path, PathString here) =>
        path == "/staff" ? here == path : here.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
