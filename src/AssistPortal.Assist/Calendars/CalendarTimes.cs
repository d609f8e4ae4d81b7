using System.Diagnostics;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Producers;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using NodaTime.TimeZones;
using Duration = NodaTime.Duration;

namespace AssistPortal.Assist.Calendars;

/// <summary>
/// Reads from a calendar (RFC 5545) when somebody is busy, and nothing else. Whoever wrote it may mean harm: it is read
/// within limits, and rules that would cost too much are refused before they are followed.
/// </summary>
internal static partial class CalendarTimes
{
    private const int MostEvents = 5000;
    private const int MostOccurrences = 20_000;
    private const int MostTimes = 3000;
    private const int MostPerDay = 24;
    private const double MostSteps = 2_000_000;
    private const int EarliestYear = 1900;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>An event that began so long ago may still go on.</summary>
    private static readonly Duration LongestEvent = Duration.FromDays(40);

    /// <param name="text">The calendar.</param>
    /// <param name="horizon">When it matters.</param>
    /// <param name="zone">In which days and times without a zone are meant.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    /// <returns>Times that do not touch each other, in order; or why there are none.</returns>
    public static (IReadOnlyList<Interval>? Times, CalendarFault? Fault) In(
        string text, Interval horizon, DateTimeZone zone, CancellationToken cancellationToken)
    {
        try
        {
            var calendars = CalendarCollection.Load(WithKnownZones(text.TrimStart('\uFEFF')));
            if (calendars.Count == 0)
            {
                return (null, CalendarFault.NotACalendar);
            }

            var events = calendars.SelectMany(calendar => calendar.Events).ToList();
            if (events.Count > MostEvents
                || events.Exists(IsCostly)
                || events.Sum(item => StepsOf(item, horizon.End)) > MostSteps)
            {
                return (null, CalendarFault.TooLarge);
            }

            var times = new List<Interval>();
            var watch = Stopwatch.StartNew();
            var count = 0;
            foreach (var occurrence in calendars.SelectMany(calendar => OccurrencesOf(calendar, horizon)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++count > MostOccurrences || watch.Elapsed > Patience)
                {
                    return (null, CalendarFault.TooLarge);
                }

                if (TimeOf(occurrence, zone) is { } time && time.Start < horizon.End && time.End > horizon.Start)
                {
                    times.Add(time);
                }
            }

            var merged = Merge(times);
            return merged.Count > MostTimes ? (null, CalendarFault.TooLarge) : (merged, null);
        }
        catch (EvaluationLimitExceededException)
        {
            return (null, CalendarFault.TooLarge);
        }
#pragma warning disable CA1031 // Nobody knows what a parser throws that reads what anybody may have written.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return (null, CalendarFault.NotACalendar);
        }
    }

    private static IEnumerable<Occurrence> OccurrencesOf(Calendar calendar, Interval horizon)
    {
        var from = new CalDateTime((horizon.Start - LongestEvent).ToDateTimeUtc());
        var until = horizon.End.ToDateTimeUtc();
        return calendar
            .GetOccurrences<CalendarEvent>(from, new EvaluationOptions { MaxUnmatchedIncrementsLimit = 1000 })
            .TakeWhile(occurrence => occurrence.Period.StartTime.Value < until.AddDays(1));
    }

    /// <summary>Whether a rule asks for more than people do: several an hour, or since before calendars.</summary>
    private static bool IsCostly(CalendarEvent item)
    {
        var rules = item.Properties.Count(property => Is(property.Name, "RRULE") || Is(property.Name, "EXRULE"));
        if (rules == 0)
        {
            return false;
        }

        return rules > 1
            || item.RecurrenceRule is not { } rule
            || rule.Frequency < FrequencyType.Daily
            || Math.Max(1, rule.ByHour.Count) * Math.Max(1, rule.ByMinute.Count) * Math.Max(1, rule.BySecond.Count)
                > MostPerDay
            || item.Start is not { Year: >= EarliestYear };
    }

    /// <summary>
    /// How many times the rule comes true until then, roughly and at most: each of them is stepped over, also those
    /// that have long been.
    /// </summary>
    private static double StepsOf(CalendarEvent item, Instant until)
    {
        if (item.RecurrenceRule is not { } rule || item.Start is not { } start)
        {
            return 0;
        }

        var days = Math.Max(1, (until.ToDateTimeUtc() - start.Value).TotalDays);
        var (period, weeks) = rule.Frequency switch
        {
            FrequencyType.Daily => (1, 1),
            FrequencyType.Weekly => (7, 1),
            FrequencyType.Monthly => (28, 5),
            _ => (365, 53),
        };
        double each = rule.ByDay.Count == 0 ? 1 : weeks * rule.ByDay.Count;
        foreach (var part in new[]
        {
            rule.ByMonth, rule.ByWeekNo, rule.ByMonthDay, rule.ByYearDay, rule.ByHour, rule.ByMinute, rule.BySecond,
        })
        {
            each *= Math.Max(1, part.Count);
        }

        return days / period * Math.Min(each, period * MostPerDay);
    }

    /// <summary>When it is; null where nobody is busy with it, or the portal itself has put it there.</summary>
    private static Interval? TimeOf(Occurrence occurrence, DateTimeZone zone)
    {
        if (occurrence.Source is not CalendarEvent item
            || Is(item.Transparency, "TRANSPARENT")
            || Is(item.Status, "CANCELLED")
            || item.Uid?.EndsWith("@assistportal", StringComparison.OrdinalIgnoreCase) == true)
        {
            return null;
        }

        var (start, end) = (occurrence.Period.StartTime, occurrence.Period.EffectiveEndTime);
        if (start.HasTime)
        {
            var (from, until) = (MomentOf(start, zone), end is null ? MomentOf(start, zone) : MomentOf(end, zone));
            return until > from ? new Interval(from, until) : null;
        }

        var first = LocalDate.FromDateOnly(start.Date);
        var after = end is null ? first : LocalDate.FromDateOnly(end.Date);
        return new Interval(
            zone.AtStartOfDay(first).ToInstant(),
            zone.AtStartOfDay(LocalDate.Max(after, first.PlusDays(1))).ToInstant());
    }

    private static Instant MomentOf(CalDateTime time, DateTimeZone own)
    {
        var zone = time.IsUtc ? DateTimeZone.Utc
            : time.TzId is { } id ? Named(id) ?? own
            : own;
        return LocalDateTime.FromDateTime(time.Value).InZoneLeniently(zone).ToInstant();
    }

    /// <summary>By its IANA name, or that of Windows.</summary>
    private static DateTimeZone? Named(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(
            TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(id, out var known) ? known : id);

    /// <summary>Zones that nobody else knows are left out, since the library ends at them.</summary>
    private static string WithKnownZones(string text) => ZoneOfTime().Replace(
        text, match => Named(match.Groups["id"].Value) is { } zone ? $";TZID={zone.Id}" : "");

    [GeneratedRegex(
        ";TZID=(?:\"(?<id>[^\"\r\n]*)\"|(?<id>[^;:\"\r\n]*))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneOfTime();

    private static bool Is(string? value, string wanted) =>
        string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    private static List<Interval> Merge(List<Interval> times)
    {
        var merged = new List<Interval>();
        foreach (var time in times.OrderBy(time => time.Start))
        {
            if (merged.Count > 0 && time.Start <= merged[^1].End)
            {
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, time.End));
            }
            else
            {
                merged.Add(time);
            }
        }

        return merged;
    }
}
