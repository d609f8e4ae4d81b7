using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AssistPortal.UnitTests.Assist.Scheduling.SchedulingDatabase;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>Many hosts at once, each with a context of their own.</summary>
public abstract class ReservationRaceTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const int Hosts = 20;

    private static readonly Instant Start = Instant.FromUtc(2027, 1, 13, 12, 0);

    private readonly SchedulingDatabase database = new(provider);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task One_wins_the_last_producer_and_the_others_get_alternatives()
    {
        await database.AddProducerAsync();

        var answers = await RaceAsync(_ => database.HoldAsync(database.Wish(Start), Guid.NewGuid()));

        Assert.Single(answers.OfType<HoldAnswer.Held>());
        Assert.All(answers.OfType<HoldAnswer.Nobody>(), nobody =>
        {
            Assert.Equal(NobodyReason.AllTaken, nobody.Reason);
            Assert.Equal(3, nobody.Alternatives.Count);
        });
        Assert.Equal(7, await SlotsAsync());
    }

    [DatabaseFact]
    public async Task One_wins_also_when_a_run_out_hold_is_in_the_way()
    {
        await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Start), Guid.NewGuid());
        database.Clock.Advance(Duration.FromHours(1));

        var answers = await RaceAsync(_ => database.HoldAsync(database.Wish(Start), Guid.NewGuid()));

        Assert.Single(answers.OfType<HoldAnswer.Held>());
        Assert.Equal(7, await SlotsAsync());
    }

    [DatabaseFact]
    public async Task Each_gets_a_producer_while_there_are_enough()
    {
        for (var producer = 0; producer < Hosts; producer++)
        {
            await database.AddProducerAsync();
        }

        var answers = await RaceAsync(_ => database.HoldAsync(database.Wish(Start), Guid.NewGuid()));

        Assert.Equal(Hosts, answers.OfType<HoldAnswer.Held>().Select(held => held.ProducerId).Distinct().Count());
    }

    [DatabaseFact]
    public async Task One_draft_in_many_tabs_ends_with_one_hold()
    {
        for (var producer = 0; producer < 3; producer++)
        {
            await database.AddProducerAsync();
        }

        var draft = Guid.NewGuid();
        var answers = await RaceAsync(tab =>
            database.HoldAsync(database.Wish(Start + Duration.FromMinutes(tab % 4 * 15)), draft));

        Assert.All(answers, answer => Assert.IsType<HoldAnswer.Held>(answer));
        Assert.Single(await database.ReservationsAsync());
        Assert.Equal(7, await SlotsAsync());
    }

    private static Task<HoldAnswer[]> RaceAsync(Func<int, Task<HoldAnswer>> run) =>
        Task.WhenAll(Enumerable.Range(0, Hosts).Select(host => Task.Run(() => run(host))));

    private Task<int> SlotsAsync() => database.InScopeAsync(scope => Db(scope).Set<ProducerSlot>().CountAsync());
}

public sealed class ReservationRaceOnSqlite() : ReservationRaceTests(DatabaseProvider.Sqlite);

public sealed class ReservationRaceOnPostgreSql() : ReservationRaceTests(DatabaseProvider.PostgreSql);

public sealed class ReservationRaceOnSqlServer() : ReservationRaceTests(DatabaseProvider.SqlServer);
