using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Staffing;

public abstract class ProducerSwapsTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly Instant Noon = AssistDatabase.Noon;

    private readonly AssistDatabase database = new(provider);
    private int former;
    private int uma;
    private int vera;
    private Order order = null!;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        former = await database.AddProducerAsync();
        uma = await database.AddProducerAsync(new ProducerSketch { Name = "Uma" });
        vera = await database.AddProducerAsync(new ProducerSketch { Name = "Vera" });
        order = await database.PlaceAsync(former);
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Event_and_session_go_to_others_with_their_time_and_the_time_off_is_noted()
    {
        var session = await ScheduleAsync();
        var before = await database.ReservedAsync(former);

        var answer = await ApplyAsync(
            TimeOffDetails.Exact(new Interval(Noon - Duration.FromHours(4), Noon + Duration.FromHours(2))),
            Swap(order, uma),
            new ProducerSwap(new AssignedKey(order.Id, session.Id), vera, session.Version));

        Assert.Equal(AssignOutcome.Assigned, answer.Outcome);
        Assert.Empty(await database.ReservedAsync(former));
        Assert.Equal([before[1]], await database.ReservedAsync(uma));
        Assert.Equal([before[0]], await database.ReservedAsync(vera));
        Assert.Equal(uma, (await database.ReadAsync(order)).ProducerId);
        Assert.Equal(vera, (await database.SessionsAsync(order))[0].ProducerId);
        Assert.False(await database.NeedsAsync(order, AttentionReason.NoCover));
        Assert.Equal(
            ["order.producer-changed", "session.producer-changed", "producer.changed"], await database.ActsAsync());
        var mails = await database.MailsAsync();
        Assert.All(new[] { "order.producer", "producer.assigned" }, cause => Assert.Contains(cause, mails));
    }

    [DatabaseFact]
    public async Task Whoever_takes_over_is_the_last_to_be_asked_again()
    {
        await ApplyAsync(timeOff: null, Swap(order, uma));

        var assigned = await database.InDatabaseAsync(db => db.Set<Producer>()
            .ToDictionaryAsync(item => item.Id, item => item.LastAssignedAt));
        Assert.Equal(database.Clock.GetCurrentInstant(), assigned[uma]);
        Assert.Null(assigned[vera]);
    }

    [DatabaseFact]
    public async Task Where_one_of_them_is_taken_nothing_changes_and_that_one_is_named()
    {
        var next = await database.PlaceAsync(former, Noon + Duration.FromDays(1));
        await database.PlaceAsync(uma, Noon + Duration.FromDays(1));
        var reserved = await database.ReservedAsync(former);

        var answer = await ApplyAsync(timeOff: null, Swap(order, vera), Swap(next, uma));

        Assert.Equal((AssignOutcome.Taken, next.Id), (answer.Outcome, Assert.Single(answer.Refused).Key.OrderId));
        Assert.Equal(reserved, await database.ReservedAsync(former));
        Assert.Empty(await database.ReservedAsync(vera));
        Assert.Equal(former, (await database.ReadAsync(order)).ProducerId);
        Assert.Empty(await database.ActsAsync());
        Assert.Empty(await database.MailsAsync());
    }

    [DatabaseFact]
    public async Task Of_two_who_give_one_event_away_at_once_one_does()
    {
        var answers = await Task.WhenAll(new[] { uma, vera }.Select(id => ApplyAsync(timeOff: null, Swap(order, id))));

        Assert.Equal([AssignOutcome.Assigned, AssignOutcome.Changed], answers.Select(answer => answer.Outcome).Order());
        var (first, second) = (await database.ReservedAsync(uma), await database.ReservedAsync(vera));
        Assert.Single(first.Concat(second));
        Assert.Equal(first.Count > 0 ? uma : vera, (await database.ReadAsync(order)).ProducerId);
        Assert.Single(await database.ActsAsync());
    }

    [DatabaseFact]
    public async Task Of_two_events_of_one_hour_that_go_to_one_producer_at_once_one_does()
    {
        var rival = await database.PlaceAsync(vera);

        var answers = await Task.WhenAll(
            ApplyAsync(timeOff: null, Swap(order, uma)),
            database.WithAsync((ProducerSwaps swaps) => swaps.ApplyAsync(
                [Swap(rival, uma)],
                vera,
                timeOff: null,
                database.ActorId,
                ProducerSwaps.ForCover,
                words: null,
                default)));

        Assert.Equal([AssignOutcome.Assigned, AssignOutcome.Taken], answers.Select(answer => answer.Outcome).Order());
        Assert.Single(await database.ReservedAsync(uma));
    }

    [DatabaseFact]
    public async Task Who_is_not_at_work_or_not_qualified_or_has_it_already_takes_nothing_over()
    {
        var asleep = await database.AddProducerAsync(new ProducerSketch { Zone = "Asia/Tokyo" });
        var learning = await database.AddProducerAsync(new ProducerSketch { IsQualified = false });

        var answers = await Task.WhenAll(
            new[] { asleep, learning, former }.Select(id => ApplyAsync(timeOff: null, Swap(order, id))));

        Assert.All(answers, answer => Assert.Equal(AssignOutcome.NotAble, answer.Outcome));
        Assert.Single(await database.ReservedAsync(former));
    }

    [DatabaseFact]
    public async Task What_was_changed_since_it_was_shown_or_has_begun_stays()
    {
        var stale = Swap(order, uma) with { Version = order.Version + 1 };
        Assert.Equal(AssignOutcome.Changed, (await ApplyAsync(timeOff: null, stale)).Outcome);

        database.Clock.Reset(Noon);
        Assert.Equal(AssignOutcome.Changed, (await ApplyAsync(timeOff: null, Swap(order, uma))).Outcome);
        Assert.Single(await database.ReservedAsync(former));
    }

    private static ProducerSwap Swap(Order order, int producerId) =>
        new(new AssignedKey(order.Id, null), producerId, order.Version);

    private Task<SwapAnswer> ApplyAsync(TimeOffDetails? timeOff, params ProducerSwap[] wanted) =>
        database.WithAsync((ProducerSwaps swaps) =>
            swaps.ApplyAsync(
                wanted, former, timeOff, database.ActorId, ProducerSwaps.ForCover, words: null, default));

    /// <summary>A rehearsal of the order with its producer, three hours before.</summary>
    private Task<OrderSession> ScheduleAsync() => database.InDatabaseAsync(async db =>
    {
        var session = OrderSession.Schedule(order.Id, SessionKind.Rehearsal, former, Noon - Duration.FromHours(3), 60);
        db.AddRange(session, Reservation.ForSession(former, session.Time, session.Id));
        await db.SaveChangesAsync();
        return session;
    });
}

public sealed class ProducerSwapsOnSqlite() : ProducerSwapsTests(DatabaseProvider.Sqlite);

public sealed class ProducerSwapsOnPostgreSql() : ProducerSwapsTests(DatabaseProvider.PostgreSql);

public sealed class ProducerSwapsOnSqlServer() : ProducerSwapsTests(DatabaseProvider.SqlServer);
