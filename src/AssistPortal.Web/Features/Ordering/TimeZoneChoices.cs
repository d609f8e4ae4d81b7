using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime.TimeZones;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The zones of the world to choose from: one per place, without the historical second names.</summary>
internal static class TimeZoneChoices
{
    private static readonly string[] Canonical =
    [
        .. TzdbDateTimeZoneSource.Default.ZoneLocations!
            .Select(location => location.ZoneId)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(id => id, StringComparer.Ordinal),
    ];

    /// <summary>Grouped by part of the world. A chosen zone that is not among them is added.</summary>
    public static IEnumerable<SelectListItem> All(string? chosen, string prompt)
    {
        yield return new SelectListItem(prompt, "");
        yield return new SelectListItem("UTC", "Etc/UTC");
        if (chosen is not null and not "Etc/UTC" && !Canonical.Contains(chosen, StringComparer.Ordinal)
            && Tolerant.Zone(chosen) is not null)
        {
            yield return new SelectListItem(Wording.Zone(chosen), chosen);
        }

        var groups = new Dictionary<string, SelectListGroup>(StringComparer.Ordinal);
        foreach (var id in Canonical)
        {
            var area = id[..Math.Max(0, id.IndexOf('/', StringComparison.Ordinal))];
            if (!groups.TryGetValue(area, out var group))
            {
                groups[area] = group = new SelectListGroup { Name = area };
            }

            yield return new SelectListItem(Wording.Zone(id), id) { Group = group };
        }
    }
}
