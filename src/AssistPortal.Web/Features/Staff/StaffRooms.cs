using System.Security.Claims;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Trials;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff;

/// <summary>The rooms of the staff area by their names.</summary>
public sealed class StaffRooms(IStringLocalizer<SharedTexts> shared, IStringLocalizer<AssistTexts> assist)
{
    /// <summary>A room's name in the current language.</summary>
    public string NameOf(string room) => room switch
    {
        "Dashboard" => shared["Nav.Dashboard"],
        "Orders" => shared["Nav.Orders"],
        "Schedule" => assist["Word.Schedule"],
        "Producers" => shared["Nav.Producers"],
        "Mail" => shared["Layout.Mail"],
        "Reports" => shared["Nav.Reports"],
        "Invoices" => assist["Word.Invoices"],
        "Packages" => shared["Nav.Packages"],
        "Sites" => assist["Word.Sites"],
        "Meetings" => assist["Word.Meetings"],
        "Jobs" => shared["Nav.Jobs"],
        "ShortNotice" => shared["Nav.ShortNotice"],
        "Audit" => shared["Nav.Audit"],
        _ => shared["Nav.Users"],
    };

    /// <summary>The rooms that somebody may enter, with their names.</summary>
    public IEnumerable<(string Path, string Name)> Of(ClaimsPrincipal user) =>
        StaffNavigation.First.Concat(StaffNavigation.More(user)).Select(room => (room.Path, NameOf(room.Name)))
            .Concat(
                from room in TrialNavigation.Of(user)
                let label = room.Name
                select (room.Path, shared[$"Nav.Trials.{label}"].Value));
}
