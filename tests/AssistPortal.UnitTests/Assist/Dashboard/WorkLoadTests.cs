using AssistPortal.Assist.Dashboard;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Dashboard;

public abstract class WorkLoadTests(DatabaseProvider provider) : IAsyncLifetime
{
    // The clock stands on Tuesday, December 1, 9:00 UTC; this is the Wednesday of the week after.
    private static readonly LocalDate Day = new(2026, 12, 9);

    private readonly SchedulingDatabase database = new(provider);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Load_is_reserved_time_against_working_time_without_time_off()
    {
        var busy = await database.AddProducerAsync(new ProducerSketch
        {
            Name = "Busy", TimeOff = [(Instant.FromUtc(2026, 12, 14, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0))],
        });
        await database.AddProducerAsync(new ProducerSketch { Name = "Gone", IsActive = false });
        await database.AddProducerAsync(new ProducerSketch { Name = "Never", Hours = [] });
        await database.ReserveAsync(busy, At(9, 13));

        // Nine working days of eight hours remain.
        Assert.Equal(
            [new ProducerLoad("Busy", 9 * 32, 16), new ProducerLoad("Never", 0, 0)],
            (await ReadAsync()).Producers.OrderBy(producer => producer.Name));
        Assert.Equal((6, null), ((await ReadAsync()).Producers[0].Percent, (await ReadAsync()).Producers[1].Percent));
    }

    [DatabaseFact]
    public async Task A_day_is_at_risk_when_a_package_has_nobody_left_or_most_time_is_reserved()
    {
        var other = await database.AddPackageAsync("mc-premium");
        var first = await database.AddProducerAsync();
        for (var number = 0; number < 4; number++)
        {
            await database.AddProducerAsync(new ProducerSketch { PackageId = other });
        }

        // Nobody works on weekends.
        Assert.All(
            (await ReadAsync()).Days,
            day => Assert.Equal(day.Date.DayOfWeek >= IsoDayOfWeek.Saturday, day.IsAtRisk && day.IsUnstaffed));

        // Before it there is an hour and a half, after it 15 minutes more than that: an hour's event takes 1:45.
        await database.ReserveAsync(first, At(10, 30, 15, 15));
        Assert.False(await DayAsync(Day) is { IsAtRisk: true });
        await database.ReserveAsync(first, At(15, 15, 15, 30));
        var day = await DayAsync(Day);
        Assert.Equal([database.PackageId], day.PackagesShort);
        Assert.Equal((5 * 32, 20, true), (day.Working, day.Reserved, day.IsAtRisk));
        Assert.False((await DayAsync(Day.PlusDays(1))).IsAtRisk);
    }

    private static Interval At(int from, int to) => At(from, 0, to, 0);

    private static Interval At(int from, int fromMinute, int to, int toMinute) => new(
        Instant.FromUtc(Day.Year, Day.Month, Day.Day, from, fromMinute),
        Instant.FromUtc(Day.Year, Day.Month, Day.Day, to, toMinute));

    private async Task<DayLoad> DayAsync(LocalDate date) => (await ReadAsync()).Days.Single(day => day.Date == date);

    private Task<WorkLoadPicture> ReadAsync() => database.InScopeAsync(scope => new WorkLoad(
        SchedulingDatabase.Db(scope),
        scope.GetRequiredService<Cached<Roster>>(),
        scope.GetRequiredService<Cached<Catalogue>>(),
        database.Clock).ReadAsync(DateTimeZone.Utc, CancellationToken.None));
}

public sealed class WorkLoadOnSqlite() : WorkLoadTests(DatabaseProvider.Sqlite);

public sealed class WorkLoadOnPostgreSql() : WorkLoadTests(DatabaseProvider.PostgreSql);

public sealed class WorkLoadOnSqlServer() : WorkLoadTests(DatabaseProvider.SqlServer);
