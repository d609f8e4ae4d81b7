using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Data.Texts;

/// <summary>
/// How dates and times are written in a culture. NodaTime reads a pattern anew for each culture object, and each
/// request has one of its own.
/// </summary>
internal sealed class CulturePatterns
{
    private static readonly ConcurrentDictionary<string, CulturePatterns> Known = new(StringComparer.Ordinal);

    private readonly LocalTimePattern time;
    private readonly LocalTimePattern? half;
    private readonly string?[] times = new string?[NodaConstants.MinutesPerDay];

    private CulturePatterns(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var isChinese = culture.TwoLetterISOLanguageName == "zh";
        Date = Days("D");
        ShortDate = Days(isChinese ? "M'月'd'日' ddd" : "ddd, MMM d");
        ShortDateWithYear = Days(isChinese ? "uuuu'年'M'月'd'日' ddd" : "ddd, MMM d, uuuu");
        Month = Days(isChinese ? "uuuu'年'M'月'" : "MMM uuuu");
        time = LocalTimePattern.Create("t", culture);
        half = culture.DateTimeFormat.ShortTimePattern.Contains('h', StringComparison.Ordinal)
            ? LocalTimePattern.Create(isChinese ? "tth" : "tt h", culture)
            : null;

        KeptDays Days(string pattern) => new(LocalDatePattern.Create(pattern, culture));
    }

    public static CulturePatterns Current =>
        Known.GetOrAdd(CultureInfo.CurrentCulture.Name, name => new CulturePatterns(name));

    public KeptDays Date { get; }

    public KeptDays ShortDate { get; }

    public KeptDays ShortDateWithYear { get; }

    public KeptDays Month { get; }

    /// <summary>Hours and minutes.</summary>
    public string TimeOf(LocalTime moment)
    {
        var minute = (moment.Hour * NodaConstants.MinutesPerHour) + moment.Minute;
        return times[minute] ??= time.Format(moment);
    }

    /// <summary>The hour alone.</summary>
    public string HourOf(LocalTime moment) => (half, moment.Hour) switch
    {
        (null, var hour) => hour.ToString(CultureInfo.InvariantCulture),
        (_, 0 or 12) => half.Format(moment),
        (_, var hour) => (hour % 12).ToString(CultureInfo.InvariantCulture),
    };
}
