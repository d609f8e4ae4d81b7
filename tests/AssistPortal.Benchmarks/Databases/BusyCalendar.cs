using System.Runtime.InteropServices;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Benchmarks.Databases;

/// <summary>
/// Reservations of an hour with lead and trail over the weekdays of the coming year, at random but the same each time.
/// On some days everybody is taken all day: wishes there find nobody, and alternatives on the days beside them.
/// </summary>
internal sealed class BusyCalendar
{
    private const int Quarters = 7;
    private const int Days = 230;

    // A working day of ten hours holds four such events; what is left between and after them is too short for another.
    private static readonly LocalTime[] Starts = [new(8, 0), new(10, 15), new(12, 30), new(14, 45)];

    private readonly LocalDate firstDay;
    private readonly int perProducer;
    private readonly HashSet<int> fullDays;

    public BusyCalendar(LocalDate today, int perProducer)
    {
        this.perProducer = perProducer;
        firstDay = today.PlusDays(21).Next(IsoDayOfWeek.Monday);
        var full = Math.Max(1, perProducer / 40);
        fullDays = [.. Enumerable.Range(1, full).Select(number => number * (Days / (full + 1)))];
    }

    /// <summary>Moments at which nobody is free, with alternatives near.</summary>
    public IReadOnlyList<Instant> Taken =>
        [.. fullDays.SelectMany(day => new[] { 14, 15, 16, 17 }.Select(hour => At(day, hour)))];

    /// <summary>Moments at which somebody is likely to be free.</summary>
    public IReadOnlyList<Instant> Likely =>
        [.. Enumerable.Range(0, Days)
            .Where(day => !fullDays.Contains(day))
            .SelectMany(day => new[] { 9, 14, 17 }.Select(hour => At(day, hour)))];

    public static async Task<IReadOnlyList<(int Id, string Zone)>> ProducersAsync(
        BenchDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var producers = await db.Set<Producer>().OrderBy(item => item.Id)
            .Select(item => new { item.Id, item.TimeZone })
            .ToListAsync(cancellationToken);
        return [.. producers.Select(item => (item.Id, item.TimeZone))];
    }

    /// <summary>The reservations of all producers, one after the other.</summary>
    public IEnumerable<BusyTime> For(IEnumerable<(int Id, string Zone)> producers)
    {
        var others = Enumerable.Range(0, Days).Where(day => !fullDays.Contains(day))
            .SelectMany(day => Starts.Select(start => (day, start)))
            .ToArray();
        var full = fullDays.SelectMany(day => Starts.Select(start => (day, start))).ToArray();
        foreach (var (id, zoneId) in producers)
        {
            var zone = DateTimeZoneProviders.Tzdb[zoneId];
#pragma warning disable CA5394 // Nobody has to be unable to guess it.
            new Random(id).Shuffle(others);
#pragma warning restore CA5394
            foreach (var (day, start) in full.Concat(others).Take(perProducer))
            {
                var from = zone.AtLeniently(DateOf(day) + start).ToInstant();
                var quarter = (int)QuarterHours.IndexOf(from);
                yield return new BusyTime(id, quarter, quarter + Quarters);
            }
        }
    }

    private LocalDate DateOf(int day) => firstDay.PlusWeeks(day / 5).PlusDays(day % 5);

    private Instant At(int day, int hour) => DateOf(day).At(new LocalTime(hour, 0)).InUtc().ToInstant();
}

/// <summary>A stretch of a producer's time by the numbers of its quarter-hours.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BusyTime(int ProducerId, int From, int To);
