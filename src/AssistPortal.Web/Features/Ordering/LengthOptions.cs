using System.Collections.Concurrent;
using System.Globalization;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The lengths of events to choose from: from half an hour to twelve hours.</summary>
internal static class LengthOptions
{
    private static readonly ConcurrentDictionary<string, KeptOptions> Languages = new(StringComparer.Ordinal);

    /// <summary>In the language of the page.</summary>
    public static KeptOptions In(Wording wording) => Languages.GetOrAdd(
        CultureInfo.CurrentUICulture.Name,
        (_, words) => new KeptOptions(Enumerable.Range(2, 47)
            .Select(quarter => quarter * QuarterHours.Minutes)
            .Select(minutes => new SelectListItem(words.Length(minutes), $"{minutes}"))),
        wording);
}
