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
    public async Task One_before_one_after_and_the_next_nearest()
    {
        await ReserveAsync(January(13, 12), January(13, 13));

        // Free until 12:00 and from 13:00 on: starts up to 10:45 and from 13:30 on.
        Assert.Equal(
            [January(13, 10, 45), January(13, 13, 30), January(13, 13, 45)],
            await AlternativesToAsync(January(13, 12, 30)));
        Assert.Equal(
            [January(13, 10, 30), January(13, 10, 45), January(13, 13, 30)],
            await AlternativesToAsync(January(13, 11)));
    }

    [DatabaseFact]
    public async Task Of_equally_near_ones_the_later()
    {
        await ReserveAsync(January(13, 12), January(13, 13));

        var bare = await database.AddPackageAsync("bare", lead: 0, trail: 0);
        await database.AddAsync(new ProducerQualification { ProducerId = producer, PackageId = bare });

        // Starts up to 11:00 and from 13:00 on; 10:45 and 13:15 are equally far from noon.
        Assert.Equal(
            [January(13, 11), January(13, 13), January(13, 13, 15)], await AlternativesToAsync(January(13, 12), bare));
    }

    [DatabaseFact]
    public async Task A_weekend_offers_friday_and_monday() => Assert.Equal(
        [January(15, 15, 45), January(18, 9, 30), January(18, 9, 45)],
        await AlternativesToAsync(January(17, 12)));

    [DatabaseFact]
    public async Task Far_ones_are_found_too()
    {
        await database.AddAsync(new TimeOff { ProducerId = producer, Start = January(4, 0), End = January(29, 0) });

        Assert.Equal(
            [January(1, 15, 45), January(29, 9, 30), January(29, 9, 45)], await AlternativesToAsync(January(18, 12)));
    }

    [DatabaseFact]
    public async Task None_lies_outside_of_what_may_be_booked()
    {
        database.Bookable = new Interval(January(14, 0), January(15, 9, 46));

        Assert.Equal(
            [January(15, 9, 30), January(15, 9, 45)], (await AlternativesToAsync(January(17, 12))).TakeLast(2));
        database.Bookable = new Interval(January(16, 0), January(18, 9, 31));
        Assert.Equal([January(18, 9, 30)], await AlternativesToAsync(January(17, 12)));
        database.Bookable = new Interval(January(16, 0), January(18, 9, 30));
        Assert.Empty(await AlternativesToAsync(January(17, 12)));
    }

    [DatabaseFact]
    public async Task With_nothing_before_all_three_come_after()
    {
        database.Bookable = new Interval(January(16, 0), January(30, 0));

        Assert.Equal(
            [January(18, 9, 30), January(18, 9, 45), January(18, 10)], await AlternativesToAsync(January(17, 12)));
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
        Assert.Equal(
            [
                Instant.FromUtc(2027, 3, 18, 12, 30),
                Instant.FromUtc(2027, 3, 18, 12, 45),
                Instant.FromUtc(2027, 3, 18, 13, 0),
            ],
            await AlternativesToAsync(January(17, 13)));
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
