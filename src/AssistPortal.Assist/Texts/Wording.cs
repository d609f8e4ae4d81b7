using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data.Accounts;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Assist.Texts;

/// <summary>Times, lengths and kinds in words, in the current culture: the same on pages and in mails.</summary>
public sealed class Wording(IStringLocalizer<AssistTexts> texts)
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
    public static string Time(LocalTime time) => CulturePatterns.Current.Time.Format(time);

    /// <summary>UTC−04:00.</summary>
    public static string Offset(Offset offset) => offset == NodaTime.Offset.Zero
        ? "UTC"
        : "UTC" + OffsetPattern.Format(offset).Replace('-', '−');

    /// <summary>America/New York (UTC−04:00), with the offset of that date.</summary>
    public static string Zone(ZonedDateTime time) =>
        time.Zone.Id == Utc ? "UTC" : $"{Zone(time.Zone.Id)} ({Offset(time.Offset)})";

    public static string Zone(string id) => id == Utc ? "UTC" : id.Replace('_', ' ');

    /// <summary>Date and time from start to end; the end's date only where it is another day.</summary>
    public static string Span(EventTime time)
    {
        var (start, end) = (time.LocalStart, time.LocalEnd);
        var until = start.Date == end.Date ? Time(end.TimeOfDay) : LocalTime(end.LocalDateTime);
        return $"{LocalTime(start.LocalDateTime)} – {until}";
    }

    /// <summary>The same with zone and offset of that date, where these do not stand beside it.</summary>
    public static string ZonedSpan(EventTime time) => WithZone(Span(time), time.LocalStart);

    public static string LocalTime(LocalDateTime time) => Together(Date(time.Date), time.TimeOfDay);

    /// <summary>Tuesday, March 16, 2027, 9:30 AM, America/New York (UTC−04:00).</summary>
    public static string ZonedTime(ZonedDateTime time) => WithZone(LocalTime(time.LocalDateTime), time);

    /// <summary>Tue, Mar 16, 9:30 AM.</summary>
    public static string ShortLocalTime(LocalDateTime time) => Together(ShortDate(time.Date), time.TimeOfDay);

    /// <summary>Tue, Mar 16, 2027, 9:30 AM.</summary>
    public static string ShortLocalTimeWithYear(LocalDateTime time) =>
        Together(CulturePatterns.Current.ShortDateWithYear.Format(time.Date), time.TimeOfDay);

    /// <summary>A language's name in the current one.</summary>
    public static string Language(string culture) => CultureInfo.GetCultureInfo(culture).DisplayName;

    /// <summary>One, two, three.</summary>
    public static string List(IEnumerable<string> parts) => string.Join(IsChinese ? "、" : ", ", parts);

    /// <inheritdoc cref="PersonName.Of" />
    public static string Name(string first, string last) => PersonName.Of(first, last);

    /// <summary>1 hour 30 minutes.</summary>
    public string Length(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, 60);
        var hourText = hours == 1 ? texts["Length.Hour"] : texts["Length.Hours", hours];
        var minuteText = texts["Length.Minutes", rest];
        return (hours, rest) switch
        {
            (0, _) => minuteText,
            (_, 0) => hourText,
            _ => texts["Length.Both", hourText.Value, minuteText.Value],
        };
    }

    public string Fee(FeeLine line) =>
        line.Minutes is { } minutes
            ? texts["Fee.WithTime", texts[$"Fee.{line.Kind}"].Value, Length(minutes)]
            : texts[$"Fee.{line.Kind}"];

    /// <summary>A line of an invoice: what it is for, with its time or share.</summary>
    public string Fee(InvoiceLine line) => line.Minutes is { } minutes
        ? Fee(new FeeLine(line.Kind, minutes, line.AmountMinor))
        : FeeWithoutTime(line);

    public string FeeWithoutTime(InvoiceLine line) => line.Percent is { } percent
        ? texts["Fee.WithShare", texts[$"Fee.{line.Kind}"].Value, percent]
        : texts[$"Fee.{line.Kind}"];

    public string Extra(ExtraKind kind) => texts[$"Extra.{kind}"];

    public string Recording(RecordingFormat format) => texts[$"Recording.{format}"];

    /// <summary>How far an order is.</summary>
    public string Phase(OrderPhase phase) => texts[$"State.{phase}"];

    /// <summary>The terms line by line, from the longest notice to none.</summary>
    public IEnumerable<string> CancellationTerms(IEnumerable<(int NoticeHours, int Percent)> tiers)
    {
        int? longer = null;
        foreach (var (notice, percent) in tiers.OrderByDescending(tier => tier.NoticeHours))
        {
            yield return (longer, notice) switch
            {
                (null, 0) => texts["Terms.Always", percent],
                (null, _) => texts["Terms.AtLeast", Notice(notice), percent],
                (_, 0) => texts["Terms.Less", Notice(longer.Value), percent],
                _ => texts["Terms.Between", Notice(notice), Notice(longer.Value), percent],
            };
            longer = notice;
        }
    }

    private string Notice(int hours) => hours % 24 == 0 && hours > 24
        ? texts["Terms.Days", hours / 24]
        : texts["Terms.Hours", hours];

    private static string WithZone(string words, ZonedDateTime time) => $"{words}{(IsChinese ? "，" : ", ")}{Zone(time)}";

    private static string Together(string date, LocalTime time) => $"{date}{(IsChinese ? " " : ", ")}{Time(time)}";
}
