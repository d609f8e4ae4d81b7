using System.Globalization;
using AssistPortal.Assist.Texts;
using NodaTime;

namespace AssistPortal.Web.Shared.TimeZones;

/// <summary>A place of the time zone database by which people know their zone.</summary>
/// <param name="Id">IANA name of the zone.</param>
/// <param name="Cities">The city in English, Traditional and Simplified Chinese.</param>
/// <param name="Countries">Its country in the same languages.</param>
internal sealed record TimeZonePlace(string Id, IReadOnlyList<string> Cities, IReadOnlyList<string> Countries)
{
    /// <summary>Taipei, Taiwan; in the language of the page. No two places have the same.</summary>
    public string Label => LabelIn(Language);

    /// <summary>All that people may call it by.</summary>
    public IEnumerable<string> Labels => Enumerable.Range(0, Cities.Count).Select(LabelIn);

    public Offset OffsetAt(Instant moment) => DateTimeZoneProviders.Tzdb[Id].GetUtcOffset(moment);

    /// <summary>Taipei, Taiwan (UTC+08:00).</summary>
    public string LabelAt(Instant moment) => $"{Label} ({Wording.Offset(OffsetAt(moment))})";

    private static int Language => CultureInfo.CurrentUICulture.Name switch
    {
        "zh-Hant" => 1,
        "zh-Hans" => 2,
        _ => 0,
    };

    private string LabelIn(int language) => Cities[language] == Countries[language]
        ? Cities[language]
        : $"{Cities[language]}{(language == 0 ? ", " : "，")}{Countries[language]}";
}
