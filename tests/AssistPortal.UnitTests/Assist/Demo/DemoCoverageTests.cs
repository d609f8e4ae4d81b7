using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Demo;

/// <summary>
/// How thinly the demo data is staffed, over the whole ordering horizon: an event of an hour needs a qualified producer
/// who works through the reserved time. Orders are not counted.
/// </summary>
public sealed class DemoCoverageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private const int Days = 400;

    private readonly Instant from = Instant.FromUtc(2026, 12, 1, 0, 0);

    [Fact]
    public async Task On_working_days_somebody_qualified_is_there_the_whole_day_and_mostly_two()
    {
        foreach (var (package, free) in await FreeAsync())
        {
            var daytime = Enumerable.Range(0, free.Length).Where(slot => IsDaytime(free, slot)).ToList();
            foreach (var slot in daytime.Where(slot => free[slot] == 0))
            {
                Assert.Fail($"{package}: nobody at {At(slot)} ({At(slot).InUtc().DayOfWeek}).");
            }

            Assert.True(daytime.Count(slot => free[slot] >= 2) > daytime.Count * 9 / 10, package);
        }
    }

    [Fact]
    public async Task The_first_weeks_have_days_with_nobody_with_few_and_with_many()
    {
        var (first, days) = (14, 42);
        var producers = await ProducersAsync();
        foreach (var package in await PackagesAsync())
        {
            var runs = RunsOf(package, producers);
            var shades = Enumerable.Range(first, days)
                .Select(day => runs.Count(run => Enumerable.Range(day * 96, 96)
                    .Any(slot => slot >= Lead(package) && run[slot - Lead(package)] >= Length(package))))
                .Select(free => Math.Min(free, 3))
                .ToList();

            Assert.Contains(0, shades);
            Assert.True(shades.Exists(shade => shade is 1 or 2), package.Code);
            Assert.InRange(shades.Count(shade => shade == 3), days / 2, days - 6);
        }
    }

    [Fact]
    public async Task Nights_have_hours_with_nobody()
    {
        foreach (var (package, free) in await FreeAsync())
        {
            Assert.True(
                Enumerable.Range(14 * 96, 28 * 96).Any(slot =>
                    free[slot] == 0 && At(slot).InUtc().DayOfWeek < IsoDayOfWeek.Friday),
                package);
        }
    }

    [Theory]
    [InlineData("America/New_York", 3, 14)]
    [InlineData("America/New_York", 11, 7)]
    [InlineData("Europe/Berlin", 3, 28)]
    [InlineData("Europe/London", 10, 31)]
    [InlineData("Australia/Sydney", 4, 4)]
    [InlineData("Australia/Sydney", 10, 3)]
    public async Task The_nights_in_which_clocks_change_can_be_tried(string zone, int month, int day)
    {
        // From half past one on.
        var midnight = DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(new LocalDate(2027, month, day)).ToInstant();
        var slot = (int)((midnight - from).TotalMinutes / QuarterHours.Minutes);
        foreach (var (package, free) in await FreeAsync())
        {
            Assert.True(free.Skip(slot + 6).Take(10).All(count => count > 0), package);
        }
    }

    private static int Lead(ServicePackage package) => package.LeadMinutes / QuarterHours.Minutes;

    private static int Length(ServicePackage package) =>
        (package.LeadMinutes + 60 + package.TrailMinutes) / QuarterHours.Minutes;

    /// <summary>From half past ten to six, UTC; holidays are none.</summary>
    private bool IsDaytime(int[] free, int slot)
    {
        var utc = At(slot).InUtc();
        return slot < free.Length - 96
            && utc.DayOfWeek <= IsoDayOfWeek.Friday
            && utc.TimeOfDay >= new LocalTime(10, 30)
            && utc.TimeOfDay <= new LocalTime(18, 0)
            && (utc.Month, utc.Day) is not ((12, 25) or (1, 1));
    }

    private Instant At(int slot) => from + Duration.FromMinutes(slot * QuarterHours.Minutes);

    /// <summary>For each package and quarter-hour, how many could start an event then.</summary>
    private async Task<IReadOnlyList<(string Package, int[] Free)>> FreeAsync()
    {
        var producers = await ProducersAsync();
        return [.. (await PackagesAsync()).Select(package =>
        {
            var runs = RunsOf(package, producers);
            return (package.Code, Enumerable.Range(0, Days * 96)
                .Select(slot => runs.Count(run => run[Math.Max(0, slot - Lead(package))] >= Length(package)))
                .ToArray());
        })];
    }

    private Task<List<ServicePackage>> PackagesAsync() =>
        portal.ReadAsync(db => db.Set<ServicePackage>().ToListAsync());

    private Task<List<Producer>> ProducersAsync() =>
        portal.ReadAsync(db => db.Set<Producer>().WithParts().ToListAsync());

    private List<int[]> RunsOf(ServicePackage package, IEnumerable<Producer> producers) =>
        [.. producers
            .Where(producer => producer.Qualifications.Any(item => item.PackageId == package.Id))
            .Select(RunsOf)];

    /// <summary>For each quarter-hour, how many follow in which the producer works, itself included.</summary>
    private int[] RunsOf(Producer producer)
    {
        var works = new bool[Days * 96];
        var zone = DateTimeZoneProviders.Tzdb[producer.TimeZone];
        for (var day = -2; day <= Days; day++)
        {
            var date = from.InUtc().Date.PlusDays(day);
            foreach (var hours in producer.Hours.Where(hours => hours.Day == date.DayOfWeek))
            {
                Mark(works, Local(date, hours.StartMinute, zone), Local(date, hours.EndMinute, zone), true);
            }
        }

        foreach (var off in producer.TimeOff)
        {
            Mark(works, off.Start, off.End, false);
        }

        var runs = new int[works.Length + 1];
        for (var slot = works.Length - 1; slot >= 0; slot--)
        {
            runs[slot] = works[slot] ? runs[slot + 1] + 1 : 0;
        }

        return runs;
    }

    private static Instant Local(LocalDate date, int minute, DateTimeZone zone) =>
        date.AtMidnight().PlusMinutes(minute).InZoneLeniently(zone).ToInstant();

    private void Mark(bool[] works, Instant start, Instant end, bool value)
    {
        var first = Math.Max(0, (int)((start - from).TotalMinutes / QuarterHours.Minutes));
        var last = Math.Min(works.Length, (int)((end - from).TotalMinutes / QuarterHours.Minutes));
        for (var slot = first; slot < last; slot++)
        {
            works[slot] = value;
        }
    }
}
