using System.Collections.Concurrent;
using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Texts;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Texts;

/// <summary>Times, lengths and kinds in words, in the current culture: the same on pages and in mails.</summary>
public sealed class Wording(IStringLocalizer<AssistTexts> texts)
{
    /// <summary>Minutes of the longest event: longer times are not kept.</summary>
    private const int KeptMinutes = 24 * 60;

    // Fields offer dozens of lengths and languages, the same on each page.
    private static readonly ConcurrentDictionary<(string Page, int Minutes), string> Lengths = new();
    private static readonly ConcurrentDictionary<(string Page, string Language), string> Languages = new();

    /// <inheritdoc cref="DateWords.Date" />
    public static string Date(LocalDate date) => DateWords.Date(date);

    /// <inheritdoc cref="DateWords.UtcDate" />
    public static string UtcDate(Instant moment) => DateWords.UtcDate(moment);

    /// <inheritdoc cref="DateWords.ShortDate" />
    public static string ShortDate(LocalDate date) => DateWords.ShortDate(date);

    /// <inheritdoc cref="DateWords.Month" />
    public static string Month(LocalDate date) => DateWords.Month(date);

    /// <inheritdoc cref="DateWords.Time" />
    public static string Time(LocalTime time) => DateWords.Time(time);

    /// <inheritdoc cref="DateWords.Offset" />
    public static string Offset(Offset offset) => DateWords.Offset(offset);

    /// <inheritdoc cref="DateWords.Zone(ZonedDateTime)" />
    public static string Zone(ZonedDateTime time) => DateWords.Zone(time);

    /// <inheritdoc cref="DateWords.Zone(string)" />
    public static string Zone(string id) => DateWords.Zone(id);

    /// <summary>
    /// Date and time from start to end; the end's date only where it is another day, and both offsets where the clock
    /// changes between.
    /// </summary>
    public static string Span(EventTime time) => Span(time, LocalTime(time.LocalStart.LocalDateTime));

    /// <summary>The same without the date of the start, where that stands beside it.</summary>
    public static string SpanOfDay(EventTime time) => Span(time, Time(time.LocalStart.TimeOfDay));

    /// <summary>The same with zone and offset of that date, where these do not stand beside it.</summary>
    public static string ZonedSpan(EventTime time) => DateWords.WithZone(Span(time), time.LocalStart);

    /// <inheritdoc cref="DateWords.Hour" />
    public static string Hour(LocalTime time) => DateWords.Hour(time);

    /// <inheritdoc cref="DateWords.LocalTime" />
    public static string LocalTime(LocalDateTime time) => DateWords.LocalTime(time);

    /// <inheritdoc cref="DateWords.ZonedTime" />
    public static string ZonedTime(ZonedDateTime time) => DateWords.ZonedTime(time);

    /// <inheritdoc cref="DateWords.ShortLocalTime" />
    public static string ShortLocalTime(LocalDateTime time) => DateWords.ShortLocalTime(time);

    /// <inheritdoc cref="DateWords.ShortLocalTimeWithYear" />
    public static string ShortLocalTimeWithYear(LocalDateTime time) => DateWords.ShortLocalTimeWithYear(time);

    /// <summary>
    /// A language's name in the current one. In Chinese 英文 and its like, as the portal's texts say, where Unicode's
    /// simplified names have 英语; Cantonese keeps its own.
    /// </summary>
    public static string Language(string culture) => AssistLanguages.All.Contains(culture)
        ? Languages.GetOrAdd((CultureInfo.CurrentUICulture.Name, culture), key => LanguageIn(key.Language))
        : LanguageIn(culture);

    /// <inheritdoc cref="DateWords.List" />
    public static string List(IEnumerable<string> parts) => DateWords.List(parts);

    /// <inheritdoc cref="PersonName.Of(string, string)" />
    public static string Name(string first, string last) => PersonName.Of(first, last);

    /// <summary>1 hour 30 minutes.</summary>
    public string Length(int minutes) => minutes is >= 0 and <= KeptMinutes
        ? Lengths.GetOrAdd(
            (CultureInfo.CurrentUICulture.Name, minutes), (key, own) => own.LengthInWords(key.Minutes), this)
        : LengthInWords(minutes);

    public string Fee(FeeLine line) =>
        line.Minutes is { } minutes
            ? texts["Fee.WithTime", texts[$"Fee.{line.Kind}"].Value, Length(minutes)]
            : texts[$"Fee.{line.Kind}"];

    /// <summary>A line of an invoice: what it is for, with its time or share.</summary>
    public string Fee(InvoiceLine line) => line.Minutes is { } minutes
        ? Fee(new FeeLine(line.Kind, minutes, line.AmountMinor))
        : FeeWithoutTime(line);

    public string FeeWithoutTime(InvoiceLine line) => line switch
    {
        { Kind: FeeKind.Further } => line.Text,
        { Percent: { } percent } => texts["Fee.WithShare", texts[$"Fee.{line.Kind}"].Value, percent],
        _ => texts[$"Fee.{line.Kind}"],
    };

    public string Extra(ExtraKind kind) => texts[$"Extra.{kind}"];

    public string Recording(RecordingFormat format) => texts[$"Recording.{format}"];

    /// <summary>How far an order is.</summary>
    public string Phase(OrderPhase phase) => texts[$"State.{phase}"];

    /// <summary>What cancelling costs until when, line by line, with date, time and offset of each end.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="now">What is over by then is left out.</param>
    /// <param name="zone">Zone of the event.</param>
    public IEnumerable<string> CancellationTerms(CancellationTerms terms, Instant now, DateTimeZone zone)
    {
        List<CancellationPeriod> periods = [.. terms.From(now)];
        return periods.Select(period =>
        {
            var share = period.Percent == 0 ? texts["Terms.Free"].Value : texts["Terms.Share", period.Percent].Value;
            return period.Until is { } until
                ? texts["Terms.Until", share, OffsetTime(until.InZone(zone))].Value
                : texts[periods.Count == 1 ? "Terms.Always" : "Terms.After", share].Value;
        });
    }

    /// <summary>Why cancelling costs at least a share; null where it costs what the terms say.</summary>
    public string? LeastCancellation(Order order) => order.LeastCancellationPercent > 0
        ? texts["Terms.Least", order.LeastCancellationPercent].Value
        : null;

    private static string LanguageIn(string culture)
    {
        var name = CultureInfo.GetCultureInfo(culture).DisplayName;
        return name.EndsWith('语') && culture != "yue" ? $"{name[..^1]}文" : name;
    }

    private static string Span(EventTime time, string from)
    {
        var (start, end) = (time.LocalStart, time.LocalEnd);
        var until = start.Date == end.Date ? Time(end.TimeOfDay) : LocalTime(end.LocalDateTime);
        return start.Offset == end.Offset
            ? $"{from} – {until}"
            : $"{from} ({Offset(start.Offset)}) – {until} ({Offset(end.Offset)})";
    }

    private string LengthInWords(int minutes)
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

    private static string OffsetTime(ZonedDateTime time) => $"{LocalTime(time.LocalDateTime)} ({Offset(time.Offset)})";
}
