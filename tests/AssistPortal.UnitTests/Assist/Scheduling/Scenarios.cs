using AssistPortal.Assist.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>Random producers around a random moment, often in a week in which somebody's clocks change.</summary>
internal sealed record Scenario(
    Instant Around, IReadOnlyList<ScenarioProducer> Producers, string Zone, int Minutes, int Lead, int Trail)
{
    public override string ToString() =>
        $"{Around} {Zone} {Minutes} min +{Lead} +{Trail}\n{string.Join('\n', Producers)}";
}

/// <summary>A producer, with what was drawn for the rules of the fair choice.</summary>
internal sealed record ScenarioProducer(SlowProducer Time, bool Speaks, Instant? LastAssignedAt)
{
    public override string ToString() =>
        $"{Time.Id} {Time.Zone} [{string.Join(' ', Time.Hours)}] off [{string.Join(' ', Time.TimeOff)}] reserved "
            + $"[{string.Join(' ', Time.Reserved)}] other [{string.Join(' ', Time.Exceptions)}] "
            + $"{Time.ValidFrom}..{Time.ValidUntil} {Speaks} {LastAssignedAt}";
}

internal static class Scenarios
{
    private static readonly string[] Zones =
    [
        "America/New_York", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kathmandu",
        "Pacific/Chatham", "Africa/Casablanca", "America/Santiago", "Asia/Beirut", "Etc/UTC",
    ];

    private static readonly Instant[] Moments =
    [
        Instant.FromUtc(2027, 3, 14, 7, 0), Instant.FromUtc(2027, 11, 7, 6, 0), Instant.FromUtc(2027, 3, 28, 1, 0),
        Instant.FromUtc(2027, 10, 31, 1, 0), Instant.FromUtc(2027, 4, 3, 15, 0), Instant.FromUtc(2027, 10, 2, 16, 0),
        Instant.FromUtc(2027, 1, 13, 12, 0), Instant.FromUtc(2027, 6, 30, 23, 30),
    ];

    public static Gen<Scenario> Any() =>
        from moment in Gen.Elements(Moments)
        from quarters in Gen.Choose(-120, 120)
        let around = moment + Duration.FromMinutes(quarters * QuarterHours.Minutes)
        from count in Gen.Choose(0, 5)
        from producers in Gen.CollectToList(Enumerable.Range(1, count), id => Producer(id, around))
        from zone in Gen.Elements(Zones)
        from minutes in Gen.Elements(15, 30, 60, 90, 180, 720)
        from lead in Gen.Elements(0, 10, 30, 45)
        from trail in Gen.Elements(0, 15, 20)
        select new Scenario(around, producers, zone, minutes, lead, trail);

    private static Gen<ScenarioProducer> Producer(int id, Instant around) =>
        from zone in Gen.Elements(Zones)
        from hours in Gen.Frequency((3, Some(12, Hours())), (1, AllDay()))
        from off in Some(2, from start in Gen.Choose(-3 * 24 * 60, 3 * 24 * 60)
                            from minutes in Gen.Choose(1, 2000)
                            select (
                                around + Duration.FromMinutes(start), around + Duration.FromMinutes(start + minutes)))
        from reserved in Some(12, from start in Gen.Choose(-5 * 96, 5 * 96)
                                  from quarters in Gen.Choose(1, 40)
                                  select (Shift(around, start), Shift(around, start + quarters)))
        from speaks in Gen.Elements(true, false)
        let today = around.InZone(DateTimeZoneProviders.Tzdb[zone]).Date
        from exceptions in Gen.Frequency((2, Some(0, Exception(today))), (1, Some(4, Exception(today))))
        from validFrom in Gen.Frequency((6, Gen.Constant<LocalDate?>(null)), (1, Day(today)))
        from validUntil in Gen.Frequency((6, Gen.Constant<LocalDate?>(null)), (1, Day(today)))
        from last in Gen.Elements<Instant?>(
            null, Instant.FromUtc(2026, 11, 1, 0, 0), Instant.FromUtc(2026, 11, 2, 0, 0))
        select new ScenarioProducer(
            new SlowProducer(id, zone, hours, off, WithoutOverlaps(reserved))
            {
                Exceptions = exceptions, ValidFrom = validFrom, ValidUntil = validUntil,
            },
            speaks,
            last);

    private static Gen<LocalDate?> Day(LocalDate today) =>
        from days in Gen.Choose(-2, 2) select (LocalDate?)today.PlusDays(days);

    private static Gen<(LocalDate Date, int Start, int End)> Exception(LocalDate today) =>
        from days in Gen.Choose(-3, 3)
        from start in Gen.Choose(0, 95)
        from length in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 96)))
        select (today.PlusDays(days), start * 15, (start + length) * 15);

    // Clocks change on Sundays before four, in some zones around midnight: many ends lie there.
    private static Gen<WeeklyHours> Hours() =>
        from day in Gen.Frequency((2, Gen.Choose(1, 7)), (1, Gen.Choose(6, 7)))
        from start in Gen.Frequency((2, Gen.Choose(0, 95)), (1, Gen.Choose(0, 16)))
        from length in Gen.Frequency((3, Gen.Choose(4, 40)), (1, Gen.Choose(1, 96)), (2, Gen.Choose(1, 12)))
        select new WeeklyHours((IsoDayOfWeek)day, start * 15, (start + length) * 15);

    private static Gen<List<WeeklyHours>> AllDay() =>
        Gen.Constant(Enumerable.Range(1, 7).Select(day => new WeeklyHours((IsoDayOfWeek)day, 0, 24 * 60)).ToList());

    private static Gen<List<T>> Some<T>(int most, Gen<T> item) =>
        from count in Gen.Choose(0, most)
        from items in Gen.CollectToList(Enumerable.Range(0, count), _ => item)
        select items.ToList();

    private static Instant Shift(Instant instant, int quarters) =>
        instant + Duration.FromMinutes(quarters * QuarterHours.Minutes);

    private static List<(Instant Start, Instant End)> WithoutOverlaps(List<(Instant Start, Instant End)> times)
    {
        var kept = new List<(Instant Start, Instant End)>();
        foreach (var time in times.Where(
            time => kept.TrueForAll(other => other.End <= time.Start || time.End <= other.Start)))
        {
            kept.Add(time);
        }

        return kept;
    }
}
