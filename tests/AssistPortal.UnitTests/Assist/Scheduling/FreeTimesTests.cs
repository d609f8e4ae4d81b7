using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public abstract class FreeTimesTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly SchedulingDatabase database = new(provider);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Ranges_of_starts_for_each_day()
    {
        var producer = await database.AddProducerAsync();
        await database.ReserveAsync(
            producer, new Interval(Instant.FromUtc(2027, 1, 15, 12, 0), Instant.FromUtc(2027, 1, 15, 13, 0)));

        var free = await database.FreeTimesAsync(new LocalDate(2027, 1, 14), 3);

        Assert.Equal(["2027-01-14 09:30-15:45", "2027-01-15 09:30-10:45 13:30-15:45", "2027-01-16"], Words(free));
        Assert.Equal((13 * 60) + 30, free.Days[1].Ranges[1].FirstMinute);
        Assert.Equal((15 * 60) + 45, free.Days[1].Ranges[1].LastMinute);
    }

    [DatabaseFact]
    public async Task Times_of_several_producers_are_joined()
    {
        await database.AddProducerAsync();
        await database.AddProducerAsync(new ProducerSketch { Hours = ProducerSketch.EachWorkday(15 * 60, 20 * 60) });

        // From 15:45 the first, from 15:30 the second.
        Assert.Equal(["2027-01-14 09:30-18:45"], Words(await database.FreeTimesAsync(new LocalDate(2027, 1, 14), 1)));
    }

    [DatabaseFact]
    public async Task Only_what_may_be_booked()
    {
        await database.AddProducerAsync();
        database.Bookable = new Interval(Instant.FromUtc(2027, 1, 14, 11, 50), Instant.FromUtc(2027, 1, 15, 10, 0));

        Assert.Equal(
            ["2027-01-13", "2027-01-14 12:00-15:45", "2027-01-15 09:30-09:45", "2027-01-16"],
            Words(await database.FreeTimesAsync(new LocalDate(2027, 1, 13), 4)));
        database.Bookable = new Interval(Instant.FromUtc(2027, 2, 1, 0, 0), Instant.FromUtc(2027, 3, 1, 0, 0));
        Assert.Equal(["2027-01-14"], Words(await database.FreeTimesAsync(new LocalDate(2027, 1, 14), 1)));
    }

    [DatabaseFact]
    public async Task Times_stand_in_the_asked_zone()
    {
        await database.AddProducerAsync();

        Assert.Equal(
            ["2027-01-13 15:15-21:30", "2027-01-14 15:15-21:30"],
            Words(await database.FreeTimesAsync(new LocalDate(2027, 1, 13), 2, "Asia/Kathmandu")));
    }

    // Somebody who works day and night in UTC, seen from a zone whose clocks change.
    [DatabaseTheory]
    [InlineData("America/New_York", "2027-03-14 00:00-01:45 03:00-23:45")]
    [InlineData("America/New_York", "2027-11-07 00:00-23:45")]
    [InlineData("Europe/London", "2027-03-28 00:00-00:45 02:00-23:45")]
    [InlineData("Europe/London", "2027-10-31 00:00-23:45")]
    [InlineData("Australia/Sydney", "2027-04-04 00:00-23:45")]
    [InlineData("Australia/Sydney", "2027-10-03 00:00-01:45 03:00-23:45")]
    [InlineData("Australia/Lord_Howe", "2027-04-04 00:00-23:45")]
    [InlineData("Australia/Lord_Howe", "2027-10-03 00:00-01:45 02:30-23:45")]
    public async Task A_skipped_time_is_in_no_range(string zone, string expected)
    {
        await database.AddProducerAsync(new ProducerSketch
        {
            Hours = [.. Enumerable.Range(1, 7).Select(day => new WeeklyHours((IsoDayOfWeek)day, 0, 1440))],
        });
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(expected[..10]).Value;

        Assert.Equal(expected, Words(await database.FreeTimesAsync(date, 3, zone))[0]);
    }

    [DatabaseFact]
    public async Task A_doubled_time_is_free_when_one_of_the_two_is()
    {
        var producer = await database.AddProducerAsync(new ProducerSketch
        {
            Hours = [.. Enumerable.Range(1, 7).Select(day => new WeeklyHours((IsoDayOfWeek)day, 0, 1440))],
        });
        await database.ReserveAsync(
            producer, new Interval(Instant.FromUtc(2027, 11, 7, 0, 0), Instant.FromUtc(2027, 11, 7, 5, 0)));

        // Free from 05:00 UTC on, with the lead from 05:30: the first 01:30 in New York, and the whole second pass.
        Assert.Equal(
            "2027-11-07 01:00-23:45",
            Words(await database.FreeTimesAsync(new LocalDate(2027, 11, 7), 1, "America/New_York"))[0]);
    }

    [DatabaseTheory]
    [InlineData(0)]
    [InlineData(101)]
    public Task The_number_of_days_is_bounded(int days) => Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => database.FreeTimesAsync(new LocalDate(2027, 1, 14), days));

    private static string[] Words(FreeTimes free) =>
        [.. free.Days.Select(day => $"{day.Date:yyyy-MM-dd} {string.Join(' ', day.Ranges.Select(Words))}".Trim())];

    private static string Words(FreeRange range) => $"{range.FirstStart:HH:mm}-{range.LastStart:HH:mm}";
}

public sealed class FreeTimesOnSqlite() : FreeTimesTests(DatabaseProvider.Sqlite);

public sealed class FreeTimesOnPostgreSql() : FreeTimesTests(DatabaseProvider.PostgreSql);

public sealed class FreeTimesOnSqlServer() : FreeTimesTests(DatabaseProvider.SqlServer);
