using AssistPortal.Assist.Scheduling;
using NodaTime;
using NodaTime.TimeZones;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>
/// The rules once more, minute by minute, with NodaTime's own reading of wall clocks: slow and easy to believe.
/// </summary>
internal sealed class SlowSchedule
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly Instant origin;
    private readonly Dictionary<int, bool[]> works = [];
    private readonly Dictionary<int, bool[]> free = [];

    public SlowSchedule(IEnumerable<SlowProducer> producers, Instant from, Instant to)
    {
        origin = from;
        var minutes = (int)(to - from).TotalMinutes;
        foreach (var producer in producers)
        {
            var working = new bool[minutes];
            foreach (var (start, end) in WorkOf(producer, from, to))
            {
                Fill(working, start, end, value: true);
            }

            var zone = DateTimeZoneProviders.Tzdb[producer.Zone];
            for (var minute = 0; minute < minutes && (producer.ValidFrom ?? producer.ValidUntil) is not null; minute++)
            {
                var day = (from + Duration.FromMinutes(minute)).InZone(zone).Date;
                working[minute] &= !(day < producer.ValidFrom) && !(day > producer.ValidUntil);
            }

            producer.TimeOff.ForEach(off => Fill(working, Down(off.Start), Up(off.End), value: false));
            var remaining = (bool[])working.Clone();
            producer.Reserved.ForEach(time => Fill(remaining, time.Start, time.End, value: false));
            works.Add(producer.Id, working);
            free.Add(producer.Id, remaining);
        }
    }

    public IEnumerable<int> WhoWorks(Instant start, Instant end) => All(works, start, end);

    public IEnumerable<int> WhoIsFree(Instant start, Instant end) => All(free, start, end);

    private static IEnumerable<(Instant Start, Instant End)> WorkOf(SlowProducer producer, Instant from, Instant to)
    {
        var zone = DateTimeZoneProviders.Tzdb[producer.Zone];
        for (var day = from.InZone(zone).Date.PlusDays(-3); day <= to.InZone(zone)
            .Date.PlusDays(1); day = day.PlusDays(1))
        {
            var midnight = day.AtMidnight();
            var exceptions = producer.Exceptions.Where(other => other.Date == day).ToList();
            var hours = exceptions.Count > 0
                ? exceptions.Select(other => (other.Start, other.End))
                : producer.Hours.Where(hours => hours.Day == day.DayOfWeek)
                    .Select(hours => (Start: hours.StartMinute, End: hours.EndMinute));
            foreach (var (start, end) in hours)
            {
                yield return (
                    zone.ResolveLocal(midnight.PlusMinutes(start), Resolver).ToInstant(),
                    zone.ResolveLocal(midnight.PlusMinutes(end), Resolver).ToInstant());
            }
        }
    }

    private IEnumerable<int> All(Dictionary<int, bool[]> minutes, Instant start, Instant end)
    {
        var (first, last) = ((int)(start - origin).TotalMinutes, (int)(end - origin).TotalMinutes);
        return minutes
            .Where(item => first >= 0
                && last <= item.Value.Length
                && !item.Value.AsSpan(first, last - first).Contains(value: false))
            .Select(item => item.Key);
    }

    private void Fill(bool[] minutes, Instant start, Instant end, bool value)
    {
        var first = Math.Clamp((end < start ? 0 : (start - origin).TotalMinutes), 0, minutes.Length);
        var last = Math.Clamp((end < start ? 0 : (end - origin).TotalMinutes), 0, minutes.Length);
        minutes.AsSpan((int)first, (int)last - (int)first).Fill(value);
    }

    // Time off takes every quarter-hour that it touches.
    private static Instant Down(Instant instant) => QuarterHours.At(QuarterHours.IndexOf(instant));

    private static Instant Up(Instant instant) =>
        Down(instant) == instant ? instant : Down(instant) + Duration.FromMinutes(QuarterHours.Minutes);
}

internal sealed record SlowProducer(
    int Id,
    string Zone,
    IReadOnlyList<WeeklyHours> Hours,
    List<(Instant Start, Instant End)> TimeOff,
    List<(Instant Start, Instant End)> Reserved)
{
    /// <summary>
    /// What holds on some dates instead of the weekly hours; no work where start and end are the same.
    /// </summary>
    public IReadOnlyList<(LocalDate Date, int Start, int End)> Exceptions { get; init; } = [];

    public LocalDate? ValidFrom { get; init; }

    public LocalDate? ValidUntil { get; init; }
}
