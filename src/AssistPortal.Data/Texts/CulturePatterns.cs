using System.Collections.Concurrent;
using System.Globalization;
using NodaTime.Text;

namespace AssistPortal.Data.Texts;

/// <summary>
/// How dates and times are written in a culture. NodaTime reads a pattern anew for each culture object, and each
/// request has one of its own.
/// </summary>
internal sealed class CulturePatterns
{
    private static readonly ConcurrentDictionary<string, CulturePatterns> Known = new(StringComparer.Ordinal);

    private CulturePatterns(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var isChinese = culture.TwoLetterISOLanguageName == "zh";
        Date = LocalDatePattern.Create("D", culture);
        ShortDate = LocalDatePattern.Create(isChinese ? "M'月'd'日' ddd" : "ddd, MMM d", culture);
        ShortDateWithYear = LocalDatePattern.Create(isChinese ? "uuuu'年'M'月'd'日' ddd" : "ddd, MMM d, uuuu", culture);
        Month = LocalDatePattern.Create(isChinese ? "uuuu'年'M'月'" : "MMM uuuu", culture);
        Time = LocalTimePattern.Create("t", culture);
    }

    public static CulturePatterns Current =>
        Known.GetOrAdd(CultureInfo.CurrentCulture.Name, name => new CulturePatterns(name));

    public LocalDatePattern Date { get; }

    public LocalDatePattern ShortDate { get; }

    public LocalDatePattern ShortDateWithYear { get; }

    public LocalDatePattern Month { get; }

    public LocalTimePattern Time { get; }
}
