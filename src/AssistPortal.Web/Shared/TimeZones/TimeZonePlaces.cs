using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AssistPortal.Data;
using NodaTime;
using NodaTime.TimeZones;

namespace AssistPortal.Web.Shared.TimeZones;

/// <summary>
/// Finds time zones by what people know of them: city or country in any of the portal's languages, offset, IANA name.
/// Names are those of Unicode's CLDR; <c>tools/zone-names.py</c> brings them.
/// </summary>
internal static partial class TimeZonePlaces
{
    /// <summary>The most that are offered to choose from.</summary>
    public const int Most = 15;

    private const string Utc = "Etc/UTC";
    private const int LongestWords = 100;

    // NodaTime would make a zone of any offset, such as UTC+00:07.
    private static readonly FrozenSet<string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    // Names that the database has replaced, and places that share another's rules.
    private static readonly IDictionary<string, string> Canonical = TzdbDateTimeZoneSource.Default.CanonicalIdMap;

    // Summer and winter of a year, to know each offset that there is.
    private static readonly Instant[] Seasons = [Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 7, 1, 0, 0)];

    private static readonly IReadOnlyList<(TimeZonePlace Place, string[] Names)> Known = [.. Read().Select(place =>
        (place, NamesOf(place)))];

    private static readonly FrozenDictionary<string, TimeZonePlace> ById =
        Known.ToFrozenDictionary(known => known.Place.Id, known => known.Place, StringComparer.Ordinal);

    public static IEnumerable<TimeZonePlace> All => Known.Select(known => known.Place);

    /// <summary>The zone's place; null where it has none.</summary>
    public static TimeZonePlace? Named(string id) => ById.GetValueOrDefault(id)
        ?? ById.GetValueOrDefault(Canonical.TryGetValue(id, out var canonical) ? canonical : id);

    /// <summary>The zone's place in the language of the page; its IANA name where it has none.</summary>
    public static string Label(string id) => Named(id)?.Label ?? id;

    /// <summary>The zone that is certainly meant; null where the words say none, or several.</summary>
    public static DateTimeZone? Find(string words)
    {
        if (Ids.Contains(words))
        {
            return DateTimeZoneProviders.Tzdb[words];
        }

        var hits = Hits(words).ToList();
        var exact = hits.Where(hit => hit.Rank == 0).ToList();
        return (exact.Count == 1 ? exact : hits) is [var (place, _)] ? DateTimeZoneProviders.Tzdb[place.Id] : null;
    }

    /// <summary>Whether the words mean any place at all.</summary>
    public static bool MayMeanOne(string words) => Seasons.Any(season => Search(words, season).Count > 0);

    /// <summary>The places that the words may mean, the likeliest first; at most <see cref="Most"/>.</summary>
    /// <param name="words">As typed.</param>
    /// <param name="moment">When an offset is meant to hold.</param>
    public static IReadOnlyList<TimeZonePlace> Search(string words, Instant moment)
    {
        var places = OffsetOf(words) is { } offset
            ? All.Where(place => place.OffsetAt(moment) == offset)
                .OrderBy(place => Canonical[place.Id] == place.Id ? 0 : 1)
                .ThenBy(place => place.Label, StringComparer.CurrentCulture)
            : Hits(words).OrderBy(hit => hit.Rank).ThenBy(hit => hit.Place.Label, StringComparer.CurrentCulture)
                .Select(hit => hit.Place);
        return [.. places.Take(Most)];
    }

    private static IEnumerable<(TimeZonePlace Place, int Rank)> Hits(string words)
    {
        var wanted = words.Length <= LongestWords ? Fold(words) : "";
        return wanted.Length == 0
            ? []
            : Known.Select(known => (known.Place, Rank: known.Names.Min(name => RankOf(name, wanted))))
                .Where(hit => hit.Rank < int.MaxValue);
    }

    /// <summary>How well a name fits: as a whole, from its beginning, from a word's beginning, somewhere.</summary>
    private static int RankOf(string name, string wanted) => name.IndexOf(wanted, StringComparison.Ordinal) switch
    {
        < 0 => int.MaxValue,
        0 when name.Length == wanted.Length => 0,
        0 => 1,
        _ when name.Contains(' ' + wanted, StringComparison.Ordinal) => 2,
        _ => 3,
    };

    /// <summary>Without case, accents, width, and the signs between words.</summary>
    private static string Fold(string text) => string.Join(' ', string.Concat(
        TypedText.WithoutAccents(TypedText.HalfWidth(TypedText.Visible(text)))
            .Select(sign => char.IsLetterOrDigit(sign) || sign is '+' ? char.ToLowerInvariant(sign) : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>UTC+8, GMT+05:30, -3.</summary>
    private static Offset? OffsetOf(string words) =>
        OffsetShape().Match(TypedText.HalfWidth(words).Trim().Replace('−', '-'))
            is { Success: true, Groups: var groups }
        && int.Parse(groups["hours"].Value, CultureInfo.InvariantCulture) is <= 14 and var hours
            ? Offset.FromHoursAndMinutes(hours, groups["minutes"].Success ? Minutes(groups) : 0) is var east
                && groups["sign"].Value == "-"
                ? Offset.Zero - east
                : east
            : null;

    private static int Minutes(GroupCollection groups) =>
        int.Parse(groups["minutes"].Value, CultureInfo.InvariantCulture);

    private static string[] NamesOf(TimeZonePlace place)
    {
        string[] names = [place.Id, .. place.Cities, .. place.Countries, .. place.Labels];
        return [.. names.Select(Fold)];
    }

    private static IEnumerable<TimeZonePlace> Read()
    {
        yield return new TimeZonePlace(Utc, ["UTC", "UTC", "UTC"], ["UTC", "UTC", "UTC"]);
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("TimeZonePlaces.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine()?.Split('\t') is [var id, .. var names])
        {
            yield return new TimeZonePlace(id, names[..3], names[3..]);
        }
    }

    [GeneratedRegex(
        "^(?:utc|gmt)? ?(?<sign>[+-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-5][0-9]))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex OffsetShape();
}
