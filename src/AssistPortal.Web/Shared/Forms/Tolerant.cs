using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AssistPortal.Data;
using AssistPortal.Web.Shared.TimeZones;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Reads what people type: spaces around, full-width digits and signs (usual with Chinese input methods), other
/// separators. Each method answers null for what can't be read.
/// </summary>
public static partial class Tolerant
{
    private static readonly LocalDatePattern[] Dates =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("uuuu'-'M'-'d"),
        LocalDatePattern.CreateWithInvariantCulture("uuuu'/'M'/'d"),
        LocalDatePattern.CreateWithInvariantCulture("uuuu'.'M'.'d"),
        LocalDatePattern.CreateWithInvariantCulture("uuuu'年'M'月'd'日'"),
    ];

    private static readonly YearMonthPattern[] Months =
    [
        YearMonthPattern.Iso,
        YearMonthPattern.CreateWithInvariantCulture("uuuu'-'M"),
        YearMonthPattern.CreateWithInvariantCulture("uuuu'/'M"),
        YearMonthPattern.CreateWithInvariantCulture("uuuu'年'M'月'"),
    ];

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H':'mm"),
        LocalTimePattern.CreateWithInvariantCulture("H'.'mm"),
        LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss"),
    ];

    /// <summary>Text as it is stored: spaces around are dropped, line ends are made one character.</summary>
    public static string Text(string? typed) => (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>A code, number or address: full-width signs become the usual ones, invisible ones go.</summary>
    public static string Code(string? typed) =>
        string.IsNullOrEmpty(typed) ? "" : TypedText.Visible(TypedText.HalfWidth(Text(typed))).Trim();

    /// <summary>An e-mail address, its domain as mail servers and calendars write it: in ASCII (RFC 5891).</summary>
    public static string Email(string? typed)
    {
        var address = Code(typed);
        var at = address.LastIndexOf('@') + 1;
        try
        {
            return at == 0 || Ascii.IsValid(address) ? address : address[..at] + Idn.GetAscii(address[at..]);
        }
        catch (ArgumentException)
        {
            return address;
        }
    }

    /// <summary>A number that is a name, such as a meeting number: spaces and hyphens don't count.</summary>
    public static string Digits(string? typed) =>
        string.Concat(Code(typed).Where(sign => !char.IsWhiteSpace(sign) && sign is not '-'));

    /// <summary>A date of our era, whose neighbours in the calendar there are too.</summary>
    public static LocalDate? Date(string? typed) => First(Dates, Code(typed)) is { Year: > 0 } date ? date : null;

    /// <summary>Whether it is written as a date, but of a day that no calendar has: 2027-02-29.</summary>
    public static bool IsNoDay(string? typed) => Date(typed) is null && DateShape().IsMatch(Code(typed));

    /// <summary>A month of our era.</summary>
    public static YearMonth? Month(string? typed) => First(Months, Code(typed)) is { Year: > 0 } month ? month : null;

    public static LocalTime? Time(string? typed) => First(Times, Code(typed));

    /// <summary>A date and time as browsers post it, <c>2027-03-14T09:30</c>, or with a space between.</summary>
    public static LocalDateTime? DateAndTime(string? typed)
    {
        var parts = Code(typed).Split(['T', ' '], 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Date(parts[0]) is { } date && Time(parts[1]) is { } time ? date + time : null;
    }

    /// <summary>A whole number that is not negative.</summary>
    public static int? Number(string? typed) =>
        int.TryParse(
            string.Concat(Code(typed).Where(sign => sign is not (' ' or ','))),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;

    /// <summary>The version that a form was made for; one that nothing has where it can't be read.</summary>
    public static int Version(string? typed) => Number(typed) ?? -1;

    /// <summary>A time zone by its IANA name, or by words that can mean only one place.</summary>
    public static DateTimeZone? Zone(string? typed) => TimeZonePlaces.Find(Code(typed));

    [GeneratedRegex(
        "^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\\.[0-9]{1,2}\\.|年[0-9]{1,2}月)[0-9]{1,2}日?$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateShape();

    private static T? First<T>(IEnumerable<IPattern<T>> patterns, string text)
        where T : struct =>
        patterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(result => result.Success)?.Value;
}
