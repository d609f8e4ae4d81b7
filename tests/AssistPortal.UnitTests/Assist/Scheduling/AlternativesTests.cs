using AssistPortal.Assist.Producers;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>What is offered when nobody is free. The producer works from 9 to 17 UTC on workdays.</summary>
public abstract class AlternativesTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly SchedulingDatabase database = new(provider);
    private int producer;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        producer = await database.AddProducerAsync();
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task One_before_one_after_and_the_same_time_on_the_next_day_J19()
    {
        await ReserveAsync(January(13, 12), January(13, 13));

        // Free until 12:00 and from 13:00 on: starts up to 10:45 and from 13:30 on.
        Assert.Equal(
            [January(13, 10, 45), January(13, 13, 30), January(14, 12, 30)],
            await AlternativesToAsync(January(13, 12, 30)));
        Assert.Equal(
            [January(13, 10, 45), January(13, 13, 30), January(14, 11)],
            await AlternativesToAsync(January(13, 11)));
    }

    [DatabaseFact]
    public async Task They_are_an_hour_apart_J19()
    {
        var bare = await database.AddPackageAsync("bare", lead: 0, trail: 0);
        await database.AddAsync(new ProducerQualification { ProducerId = producer, PackageId = bare });
        await ReserveAsync(January(13, 11), January(13, 11, 15));

        // The latest before 11:00 is 10:00; 11:15 is free, and an hour later too.
        Assert.Equal(
            [January(13, 10), January(13, 11, 15), January(14, 11)], await AlternativesToAsync(January(13, 11), bare));

        // The latest before 10:15 is 10:00: the earliest after it that is an hour later is 11:15.
        Assert.Equal(
            [January(13, 10), January(13, 11, 15), January(14, 10, 15)],
            await AlternativesToAsync(January(13, 10, 15), bare));
    }

    [DatabaseFact]
    public async Task A_weekend_offers_friday_and_monday() => Assert.Equal(
        [January(15, 15, 45), January(18, 9, 30), January(18, 12)],
        await AlternativesToAsync(January(17, 12)));

    [DatabaseFact]
    public async Task The_same_time_is_that_of_the_zones_clock()
    {
        // In New York clocks go forward on 14 March: 09:00 is 14:00 UTC on Friday, 13:00 UTC on Monday.
        await ReserveAsync(Instant.FromUtc(2027, 3, 12, 14, 0), Instant.FromUtc(2027, 3, 12, 15, 0));
        var wish = database.Wish(Instant.FromUtc(2027, 3, 12, 14, 0)) with { TimeZone = "America/New_York" };

        Assert.Contains(Instant.FromUtc(2027, 3, 15, 13, 0), (await database.FindAsync(wish)).Alternatives);
    }

    [DatabaseFact]
    public async Task Far_ones_are_found_too()
    {
        await database.AddAsync(new TimeOff { ProducerId = producer, Start = January(4, 0), End = January(29, 0) });

        Assert.Equal(
            [January(1, 15, 45), January(29, 9, 30), January(29, 12)], await AlternativesToAsync(January(18, 12)));
    }

    [DatabaseFact]
    public async Task None_lies_outside_of_what_may_be_booked()
    {
        database.Bookable = new Interval(January(14, 0), January(15, 9, 46));

        Assert.Equal(
            [January(14, 15, 45), January(15, 9, 45)], (await AlternativesToAsync(January(17, 12))).TakeLast(2));
        database.Bookable = new Interval(January(16, 0), January(18, 9, 31));
        Assert.Equal([January(18, 9, 30)], await AlternativesToAsync(January(17, 12)));
        database.Bookable = new Interval(January(16, 0), January(18, 9, 30));
        Assert.Empty(await AlternativesToAsync(January(17, 12)));
    }

    [DatabaseFact]
    public async Task With_nothing_before_all_three_come_after()
    {
        database.Bookable = new Interval(January(16, 0), January(18, 12));

        Assert.Equal(
            [January(18, 9, 30), January(18, 10, 30), January(18, 11, 30)], await AlternativesToAsync(January(17, 12)));
    }

    [DatabaseFact]
    public async Task None_is_further_than_sixty_days_away()
    {
        await database.AddAsync(
            new TimeOff
            {
                ProducerId = producer,
                Start = January(1, 0),
                End = January(17, 12) + Duration.FromDays(60),
            });
        database.Bookable = new Interval(January(1, 0), January(1, 0) + Duration.FromDays(300));

        // 60 days after Sunday 17 January at noon is 18 March: that afternoon's starts up to noon are in reach.
        Assert.Empty(await AlternativesToAsync(January(17, 12)));
        Assert.Equal([Instant.FromUtc(2027, 3, 18, 12, 30)], await AlternativesToAsync(January(17, 13)));
    }

    private async Task<IReadOnlyList<Instant>> AlternativesToAsync(Instant start, int? packageId = null)
    {
        var wish = database.Wish(start) with { PackageId = packageId ?? database.PackageId };
        var answer = await database.FindAsync(wish);
        Assert.Empty(answer.Producers);
        Assert.NotNull(answer.Reason);
        return answer.Alternatives;
    }

    private Task ReserveAsync(Instant from, Instant to) => database.ReserveAsync(producer, new Interval(from, to));

    private static Instant January(int day, int hour, int minute = 0) => Instant.FromUtc(2027, 1, day, hour, minute);
}

public sealed class AlternativesOnSqlite() : AlternativesTests(DatabaseProvider.Sqlite);

public sealed class AlternativesOnPostgreSql() : AlternativesTests(DatabaseProvider.PostgreSql);

public sealed class AlternativesOnSqlServer() : AlternativesTests(DatabaseProvider.SqlServer);
