using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Data.Texts;

/// <summary>
/// Dates, times and zones in words, in the current culture: the same on pages and in mails of all modules.
/// </summary>
public static class DateWords
{
    private const string Utc = "Etc/UTC";

    private static readonly OffsetPattern OffsetPattern = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    private static bool IsChinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh";

    /// <summary>Tuesday, March 16, 2027.</summary>
    public static string Date(LocalDate date) => CulturePatterns.Current.Date.Format(date);

    /// <summary>Tuesday, March 16, 2027 (UTC): the date that it was there.</summary>
    public static string UtcDate(Instant moment) => $"{Date(moment.InUtc().Date)} (UTC)";

    /// <summary>Tue, Mar 16.</summary>
    public static string ShortDate(LocalDate date) => CulturePatterns.Current.ShortDate.Format(date);

    /// <summary>Mar 2027.</summary>
    public static string Month(LocalDate date) => CulturePatterns.Current.Month.Format(date);

    /// <summary>9:30 AM.</summary>
    public static string Time(LocalTime time) => CulturePatterns.Current.TimeOf(time);

    /// <summary>9: an hour on an axis, by the clock of the culture; midnight and noon tell which half begins.</summary>
    public static string Hour(LocalTime time) => CulturePatterns.Current.HourOf(time);

    /// <summary>UTC−04:00.</summary>
    public static string Offset(Offset offset) => offset == NodaTime.Offset.Zero
        ? "UTC"
        : "UTC" + OffsetPattern.Format(offset).Replace('-', '−');

    /// <summary>America/New York (UTC−04:00), with the offset of that date.</summary>
    public static string Zone(ZonedDateTime time) =>
        time.Zone.Id == Utc ? "UTC" : $"{Zone(time.Zone.Id)} ({Offset(time.Offset)})";

    public static string Zone(string id) => id == Utc ? "UTC" : id.Replace('_', ' ');

    public static string LocalTime(LocalDateTime time) => Together(Date(time.Date), time.TimeOfDay);

    /// <summary>Tuesday, March 16, 2027, 9:30 AM, America/New York (UTC−04:00).</summary>
    public static string ZonedTime(ZonedDateTime time) => WithZone(LocalTime(time.LocalDateTime), time);

    /// <summary>Tue, Mar 16, 9:30 AM.</summary>
    public static string ShortLocalTime(LocalDateTime time) => Together(ShortDate(time.Date), time.TimeOfDay);

    /// <summary>Tue, Mar 16, 2027, 9:30 AM.</summary>
    public static string ShortLocalTimeWithYear(LocalDateTime time) =>
        Together(CulturePatterns.Current.ShortDateWithYear.Format(time.Date), time.TimeOfDay);

    /// <summary>One, two, three.</summary>
    public static string List(IEnumerable<string> parts) => string.Join(IsChinese ? "、" : ", ", parts);

    /// <summary>Words of a time with its zone and the offset of that moment behind them.</summary>
    public static string WithZone(string words, ZonedDateTime time) => $"{words}{(IsChinese ? "，" : ", ")}{Zone(time)}";

    // In Chinese weekday and time are never broken apart.
    private static string Together(string date, LocalTime time) => $"{date}{(IsChinese ? "\u00a0" : ", ")}{Time(time)}";
}
