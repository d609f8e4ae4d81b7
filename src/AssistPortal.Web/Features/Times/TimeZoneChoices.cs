using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime.TimeZones;

namespace AssistPortal.Web.Features.Times;

/// <summary>The zones of the world to choose from: one per place, without the historical second names.</summary>
internal static class TimeZoneChoices
{
    private static readonly HashSet<string> Canonical =
        [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.ZoneId)];

    private static readonly IReadOnlyList<SelectListItem> Places =
    [
        .. from id in Canonical
           group id by id[..Math.Max(0, id.IndexOf('/', StringComparison.Ordinal))] into area
           orderby area.Key
           let listGroup = new SelectListGroup { Name = area.Key }
           from place in area.Order(StringComparer.Ordinal)
           select new SelectListItem(Wording.Zone(place), place) { Group = listGroup },
    ];

    /// <summary>Grouped by part of the world. A chosen zone that is not among them is added.</summary>
    public static IEnumerable<SelectListItem> All(string? chosen, string prompt)
    {
        yield return new SelectListItem(prompt, "");
        yield return new SelectListItem("UTC", "Etc/UTC");
        if (chosen is not null and not "Etc/UTC" && !Canonical.Contains(chosen) && Tolerant.Zone(chosen) is not null)
        {
            yield return new SelectListItem(Wording.Zone(chosen), chosen);
        }

        foreach (var place in Places)
        {
            yield return place;
        }
    }
}
