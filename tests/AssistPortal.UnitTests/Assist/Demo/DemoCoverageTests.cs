using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Demo;

/// <summary>
/// Whatever quarter-hour somebody orders, a qualified producer works through the whole reserved time. Weekdays are
/// counted from Monday 00:00 in Auckland to Friday 24:00 in Los Angeles, over every week of the ordering horizon,
/// so that changes to and from summer time are in it.
/// </summary>
public sealed class DemoCoverageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private const int Days = 400;

    private readonly Instant from = Instant.FromUtc(2026, 12, 1, 0, 0);

    [Theory]
    [InlineData(60, 2, 1, false)]
    [InlineData(240, 1, 1, false)]
    [InlineData(60, 1, 1, true)]
    public async Task Somebody_qualified_works_at_any_time(
        int eventMinutes, int onWeekdays, int atWeekends, bool timeOff)
    {
        var packages = await portal.ReadAsync(db => db.Set<ServicePackage>().ToListAsync());
        var producers = await portal.ReadAsync(db => db.Set<Producer>()
            .Include(producer => producer.Hours)
            .Include(producer => producer.TimeOff)
            .Include(producer => producer.Qualifications)
            .AsSplitQuery()
            .ToListAsync());
        var runs = producers.ToDictionary(producer => producer, producer => RunsOf(producer, timeOff));

        foreach (var package in packages)
        {
            var length = (package.LeadMinutes + eventMinutes + package.TrailMinutes) / QuarterHours.Minutes;
            var qualified = runs
                .Where(pair => pair.Key.Qualifications.Any(item => item.PackageId == package.Id))
                .Select(pair => pair.Value)
                .ToList();
            for (var slot = 0; slot < (Days - 1) * 96; slot++)
            {
                var start = At(slot) + Duration.FromMinutes(package.LeadMinutes);
                var free = qualified.Count(run => run[slot] >= length);
                if (free < (IsWeekend(start) ? atWeekends : onWeekdays))
                {
                    Assert.Fail(
                        $"{package.Code}: {free} for {eventMinutes} minutes at {start} ({start.InUtc().DayOfWeek}).");
                }
            }
        }
    }

    private Instant At(int slot) => from + Duration.FromMinutes(slot * QuarterHours.Minutes);

    private static bool IsWeekend(Instant instant)
    {
        var utc = instant.InUtc();
        var hourOfWeek = (((int)utc.DayOfWeek - 1) * 24) + utc.Hour;
        return hourOfWeek is >= (5 * 24) + 8 and < (6 * 24) + 11;
    }

    /// <summary>For each quarter-hour, how many follow in which the producer works, itself included.</summary>
    private int[] RunsOf(Producer producer, bool timeOff)
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

        foreach (var off in producer.TimeOff.Where(_ => timeOff))
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
