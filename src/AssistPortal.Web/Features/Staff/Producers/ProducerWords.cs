using System.Globalization;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Staffing;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Revisions;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Hours, time off and assignments in words.</summary>
public sealed class ProducerWords(IStringLocalizer<ProducersTexts> texts, Wording wording, Cached<Catalogue> catalogue)
{
    private const int MinutesPerDay = 24 * 60;

    private static readonly LocalDate Monday = new(2024, 1, 1);

    /// <summary>Names of packages by their keys, in the current language.</summary>
    public async Task<IReadOnlyDictionary<int, string>> PackagesAsync(CancellationToken cancellationToken) =>
        (await catalogue.GetAsync(cancellationToken)).Packages.ToDictionary(
            package => package.Id, package => package.Texts.In(CultureInfo.CurrentUICulture).Name);

    /// <summary>Monday, in the current language.</summary>
    public static string Day(IsoDayOfWeek day) =>
        CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));

    /// <summary>9:00 AM – 5:00 PM.</summary>
    public string Hours(int startMinute, int endMinute)
    {
        var span = $"{Clock(startMinute)} – {Clock(endMinute)}";
        return endMinute > MinutesPerDay ? texts["Hours.NextDay", span] : span;
    }

    /// <summary>Whole days, or exact from and until.</summary>
    public string Off(TimeOff off, DateTimeZone zone) => off is { FirstDay: { } first, LastDay: { } last }
        ? Off(first, last)
        : Span(off.Start, off.End, zone);

    /// <summary>Whole days where it is just those in the zone, or exact from and until.</summary>
    public string Busy(BusyTime busy, DateTimeZone zone)
    {
        var (first, after) = (busy.Start.InZone(zone).Date, busy.End.InZone(zone).Date);
        return first < after
            && zone.AtStartOfDay(first).ToInstant() == busy.Start
            && zone.AtStartOfDay(after).ToInstant() == busy.End
                ? Off(first, after.PlusDays(-1))
                : Span(busy.Start, busy.End, zone);
    }

    /// <summary>Whole days.</summary>
    public string Off(LocalDate first, LocalDate last) => first == last
        ? texts["Off.Day", Wording.Date(first)]
        : texts["Off.Days", Wording.Date(first), Wording.Date(last)];

    /// <summary>From when until when, in a zone; the end's date only where it is another day.</summary>
    public static string Span(Instant start, Instant end, DateTimeZone zone) => Wording.Span(new EventTime
    {
        Start = start, DurationMinutes = (int)(end - start).TotalMinutes, TimeZone = zone.Id,
    });

    /// <summary>Live event, or which session.</summary>
    public string Kind(SessionKind? kind) => kind is { } session ? texts[$"Kind.{session}"] : texts["Kind.Event"];

    /// <summary>A free producer with what decides: the language, and what is reserved that week.</summary>
    public string Candidate(ProducerCandidate candidate, string language) => candidate.Speaks
        ? texts["Candidate.Speaks", candidate.Name, Wording.Language(language), wording.Length(
            candidate.ReservedMinutes)]
        : texts["Candidate.SpeaksNot", candidate.Name, Wording.Language(language), wording.Length(
            candidate.ReservedMinutes)];

    private static string Clock(int minute) =>
        Wording.Time((Monday.AtMidnight() + Period.FromMinutes(minute)).TimeOfDay);
}
