using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>The whole search on a real database against the slow version of the rules.</summary>
public abstract class AvailabilitySearchProperties(DatabaseProvider provider)
{
    private static readonly Duration Quarter = Duration.FromMinutes(QuarterHours.Minutes);

    // The rules' arithmetic is the same on each database: fewer cases where each needs a database of a server.
    private readonly int cases = provider == DatabaseProvider.Sqlite ? 60 : 20;

    [DatabaseFact]
    public void The_search_answers_as_the_rules_say() =>
        Prop.ForAll(
            Scenarios.Any().ToArbitrary(),
            Gen.Elements(-70.0, -10.0, -0.5, 0.5).ToArbitrary(),
            Gen.Elements(0.3, 1.5, 9.0, 75.0).ToArbitrary(),
            (scenario, from, days) =>
                CheckAsync(scenario, Bookable(scenario.Around, from, days)).GetAwaiter().GetResult())
            .Check(Checks.Fixed(cases));

    private static Interval Bookable(Instant around, double from, double days) =>
        new(around + Duration.FromDays(from) + Duration.FromMinutes(7), around + Duration.FromDays(from + days));

    private async Task CheckAsync(Scenario scenario, Interval bookable)
    {
        var database = new SchedulingDatabase(provider) { Bookable = bookable };
        try
        {
            var (packageId, ids) = await StoreAsync(database, scenario);

            var answer = await database.FindAsync(
                new EventWish(packageId, scenario.Around, scenario.Minutes, scenario.Zone, "en"));

            var expected = Expected(scenario, bookable);
            Assert.Equal(expected.Producers.Select(id => ids[id]), answer.Producers);
            Assert.Equal(expected.Reason, answer.Reason);
            Assert.Equal(expected.Alternatives, answer.Alternatives);
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static async Task<(int PackageId, Dictionary<int, int> Ids)> StoreAsync(
        SchedulingDatabase database, Scenario scenario)
    {
        await database.InitializeAsync();
        var packageId = await database.AddPackageAsync("drawn", scenario.Lead, scenario.Trail);
        var ids = new Dictionary<int, int>();
        foreach (var producer in scenario.Producers)
        {
            var sketch = new ProducerSketch
            {
                Zone = producer.Time.Zone,
                Languages = producer.Speaks ? ["en"] : ["ja"],
                LastAssignedAt = producer.LastAssignedAt,
                Hours = producer.Time.Hours,
                TimeOff = producer.Time.TimeOff,
                Exceptions = producer.Time.Exceptions,
                ValidFrom = producer.Time.ValidFrom,
                ValidUntil = producer.Time.ValidUntil,
                PackageId = packageId,
            };
            ids.Add(producer.Time.Id, await database.AddProducerAsync(sketch));
        }

        await database.ReserveAsync(
            from producer in scenario.Producers
            from time in producer.Time.Reserved
            select (ids[producer.Time.Id], new Interval(time.Start, time.End)));
        return (packageId, ids);
    }

    private static AvailabilityAnswer Expected(Scenario scenario, Interval bookable)
    {
        var reach = Duration.FromDays(62);
        var slow = new SlowSchedule(
            scenario.Producers.Select(producer => producer.Time), scenario.Around - reach, scenario.Around + reach);
        var (start, end) = Span(scenario, scenario.Around);
        var free = slow.WhoIsFree(start, end).ToHashSet();
        if (free.Count > 0)
        {
            return AvailabilityAnswer.Free(Fair(scenario, free), speaking: 0);
        }

        var reason = slow.WhoWorks(start, end).Any() ? NobodyReason.AllTaken : NobodyReason.NoProducerWorks;
        return AvailabilityAnswer.Nobody(reason, Nearest(scenario, slow, bookable));
    }

    private static List<int> Fair(Scenario scenario, HashSet<int> free)
    {
        var zone = DateTimeZoneProviders.Tzdb[scenario.Zone];
        var date = scenario.Around.InZone(zone).Date;
        var monday = date.PlusDays(1 - (int)date.DayOfWeek);
        var week = new Interval(
            monday.AtStartOfDayInZone(zone).ToInstant(), monday.PlusDays(7).AtStartOfDayInZone(zone).ToInstant());
        return [.. scenario.Producers
            .Where(producer => free.Contains(producer.Time.Id))
            .OrderBy(producer => producer.Speaks ? 0 : 1)
            .ThenBy(producer => producer.Time.Reserved.Sum(time => MinutesIn(week, time)))
            .ThenBy(producer => producer.LastAssignedAt ?? Instant.MinValue)
            .ThenBy(producer => producer.Time.Id)
            .Select(producer => producer.Time.Id)];
    }

    private static int MinutesIn(Interval week, (Instant Start, Instant End) time)
    {
        var minutes = 0;
        for (var at = time.Start; at < time.End; at += Duration.FromMinutes(1))
        {
            minutes += week.Contains(at) ? 1 : 0;
        }

        return minutes;
    }

    private static List<Instant> Nearest(Scenario scenario, SlowSchedule slow, Interval bookable)
    {
        var possible = new List<Instant>();
        for (var at = scenario.Around - Duration.FromDays(60); at <= scenario.Around
            + Duration.FromDays(60); at += Quarter)
        {
            var (start, end) = Span(scenario, at);
            if (bookable.Contains(at) && slow.WhoIsFree(start, end).Any())
            {
                possible.Add(at);
            }
        }

        var zone = DateTimeZoneProviders.Tzdb[scenario.Zone];
        var wished = scenario.Around.InZone(zone).LocalDateTime;
        var nearest = possible.OrderBy(at => Distance(scenario, at)).ThenByDescending(at => at).ToList();
        var chosen = new List<Instant>();
        Take(possible.Where(at => at < scenario.Around).Reverse());
        Take(possible.Where(at => at > scenario.Around));
        Take(possible.Where(at =>
            at.InZone(zone).TimeOfDay == wished.TimeOfDay
            && Period.DaysBetween(wished.Date, at.InZone(zone).Date) is >= 1 and <= 14));
        Enumerable.Range(0, 3 - chosen.Count).ToList().ForEach(_ => Take(nearest));
        return [.. chosen.Order()];

        void Take(IEnumerable<Instant> from) => chosen.AddRange(
            [.. from.Where(at => chosen.TrueForAll(other => Apart(at, other) >= Duration.FromHours(1))).Take(1)]);
    }

    private static Duration Apart(Instant one, Instant other) => one < other ? other - one : one - other;

    private static Duration Distance(Scenario scenario, Instant at) =>
        at < scenario.Around ? scenario.Around - at : at - scenario.Around;

    private static (Instant Start, Instant End) Span(Scenario scenario, Instant start)
    {
        var (before, after) = (Whole(scenario.Lead), Whole(scenario.Trail));
        return (start - before, start + Duration.FromMinutes(scenario.Minutes) + after);
    }

    private static Duration Whole(int minutes) => Duration.FromMinutes((int)Math.Ceiling(minutes / 15.0) * 15);
}

public sealed class AvailabilitySearchPropertiesOnSqlite() : AvailabilitySearchProperties(DatabaseProvider.Sqlite);

public sealed class AvailabilitySearchPropertiesOnPostgreSql()
    : AvailabilitySearchProperties(DatabaseProvider.PostgreSql);

public sealed class AvailabilitySearchPropertiesOnSqlServer()
    : AvailabilitySearchProperties(DatabaseProvider.SqlServer);
