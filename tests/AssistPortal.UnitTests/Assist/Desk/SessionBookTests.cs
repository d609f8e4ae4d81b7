using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Desk;

public abstract class SessionBookTests(DatabaseProvider provider) : IAsyncLifetime
{
    /// <summary>The morning of the day before the event.</summary>
    private static readonly Instant Ten = Instant.FromUtc(2027, 3, 16, 10, 0);

    private readonly AssistDatabase database = new(provider);
    private int producer;
    private int other;
    private Order order = null!;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        producer = await database.AddProducerAsync();
        other = await database.AddProducerAsync(new ProducerSketch { Name = "Uma" });
        order = await database.PlaceAsync(producer);
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task A_session_has_its_producers_time_and_everybody_is_told()
    {
        Assert.Equal(SessionOutcome.Done, await ScheduleAsync(Ten));

        var session = Assert.Single(await database.SessionsAsync(order));
        Assert.Equal((SessionKind.Rehearsal, At(Ten)), (session.Kind, SessionTime.Of(session)));
        Assert.Contains(session.Time, await database.ReservedAsync(producer));
        Assert.Equal(order.Version + 1, (await database.ReadAsync(order)).Version);
        Assert.Equal(["session.scheduled"], await database.ActsAsync());
        Assert.Equal(["order.session:producer-scheduled", "order.session:scheduled"], await database.MailsAsync());
    }

    [DatabaseFact]
    public async Task The_order_needs_somebody_until_all_that_was_ordered_is_scheduled()
    {
        await ScheduleAsync(Ten);
        Assert.True(await database.NeedsAsync(order, AttentionReason.Session));

        await ScheduleAsync(Ten + Duration.FromHours(1), minutes: 30);
        Assert.False(await database.NeedsAsync(order, AttentionReason.Session));

        await CancelAsync((await database.SessionsAsync(order))[0]);
        Assert.True(await database.NeedsAsync(order, AttentionReason.Session));
    }

    [DatabaseFact]
    public async Task Where_the_producer_is_reserved_nothing_is_written()
    {
        await ScheduleAsync(Ten, by: other);
        var before = (await database.ActsAsync(), await database.MailsAsync());
        var rival = await database.PlaceAsync(producer, AssistDatabase.Noon + Duration.FromDays(1));

        var outcome = await ScheduleAsync(Ten + Duration.FromMinutes(45), by: other, of: rival);

        Assert.Equal(SessionOutcome.Taken, outcome);
        Assert.Empty(await database.SessionsAsync(rival));
        Assert.Equal(before.Item1, await database.ActsAsync());
        Assert.Equal(before.Item2, await database.MailsAsync());
        Assert.Equal(SessionOutcome.Done, await ScheduleAsync(Ten + Duration.FromHours(1), by: other, of: rival));
    }

    [DatabaseFact]
    public async Task Of_two_orders_that_want_one_hour_at_once_one_gets_it()
    {
        var rival = await database.PlaceAsync(other);

        var outcomes = await Task.WhenAll(ScheduleAsync(Ten), ScheduleAsync(Ten, of: rival));

        Assert.Equal([SessionOutcome.Done, SessionOutcome.Taken], outcomes.Order());
        Assert.Equal(1, (await database.ReservedAsync(producer)).Count(time => time.Start == Ten));
    }

    [DatabaseFact]
    public async Task A_session_that_moves_leaves_its_time_to_others()
    {
        await ScheduleAsync(Ten);
        var session = (await database.SessionsAsync(order))[0];

        Assert.Equal(SessionOutcome.Done, await MoveAsync(session, Ten + Duration.FromMinutes(15)));

        var moved = Assert.Single(await database.SessionsAsync(order));
        Assert.Equal((Ten + Duration.FromMinutes(15), 1), (moved.Start, moved.CalendarSequence));
        Assert.DoesNotContain(session.Time, await database.ReservedAsync(producer));
        Assert.Contains(moved.Time, await database.ReservedAsync(producer));
        Assert.Equal(SessionOutcome.Done, await MoveAsync(moved, Ten, by: other));
        Assert.Single(await database.ReservedAsync(producer));
        var mails = await database.MailsAsync();
        Assert.Equal(2, mails.Count(cause => cause.StartsWith(SessionSwapMail.Cause, StringComparison.Ordinal)));
    }

    [DatabaseFact]
    public async Task A_cancelled_session_frees_its_producer_and_stays_cancelled()
    {
        await ScheduleAsync(Ten);
        var session = (await database.SessionsAsync(order))[0];

        Assert.Equal(SessionOutcome.Done, await CancelAsync(session));

        Assert.Empty(await database.SessionsAsync(order));
        Assert.Single(await database.ReservedAsync(producer));
        Assert.Equal(SessionOutcome.ChangedMeanwhile, await CancelAsync(session));
        Assert.Equal(["session.scheduled", "session.cancelled"], await database.ActsAsync());
    }

    [DatabaseFact]
    public async Task Who_saw_the_order_before_somebody_else_acted_is_told_so()
    {
        await ScheduleAsync(Ten);

        var outcome = await ScheduleAsync(new SeenSession(order.Id, order.Version), At(Ten + Duration.FromHours(2)));

        Assert.Equal(SessionOutcome.ChangedMeanwhile, outcome);
        Assert.Single(await database.SessionsAsync(order));
    }

    [DatabaseFact]
    public async Task A_session_that_has_begun_stays_as_it_is()
    {
        await ScheduleAsync(Ten);
        var session = (await database.SessionsAsync(order))[0];
        database.Clock.Reset(Ten);

        Assert.Equal(SessionOutcome.Begun, await CancelAsync(session));
        Assert.Equal(SessionOutcome.Begun, await MoveAsync(session, Ten + Duration.FromHours(3)));
        Assert.Contains(session.Time, await database.ReservedAsync(producer));
    }

    [DatabaseFact]
    public async Task It_lies_between_now_and_the_event_and_within_the_producers_work()
    {
        var latest = AssistDatabase.Noon - Duration.FromHours(1);

        Assert.Equal(SessionOutcome.NotPossible, await ScheduleAsync(latest + Duration.FromMinutes(15), by: other));
        Assert.Equal(SessionOutcome.NotPossible, await ScheduleAsync(database.Clock.GetCurrentInstant(), by: other));
        Assert.Equal(SessionOutcome.NotAble, await ScheduleAsync(Ten - Duration.FromHours(2)));
        Assert.Equal(SessionOutcome.Done, await ScheduleAsync(latest, by: other));
    }

    private SessionTime At(Instant start, int minutes = 60, int? by = null) => new(by ?? producer, start, minutes);

    private async Task<SessionOutcome> ScheduleAsync(Instant start, int minutes = 60, int? by = null, Order? of = null)
    {
        var seen = await database.ReadAsync(of ?? order);
        return await ScheduleAsync(new SeenSession(seen.Id, seen.Version), At(start, minutes, by));
    }

    private Task<SessionOutcome> ScheduleAsync(SeenSession seen, SessionTime time) =>
        ActAsync(book => book.ScheduleAsync(seen, SessionKind.Rehearsal, time, database.ActorId, null, default));

    private async Task<SessionOutcome> MoveAsync(OrderSession session, Instant start, int? by = null)
    {
        var seen = await SeeAsync(session);
        return await ActAsync(book => book.MoveAsync(seen, At(start, by: by), database.ActorId, null, default));
    }

    private async Task<SessionOutcome> CancelAsync(OrderSession session)
    {
        var seen = await SeeAsync(session);
        return await ActAsync(book => book.CancelAsync(seen, database.ActorId, null, default));
    }

    private async Task<SeenSession> SeeAsync(OrderSession session) =>
        new(order.Id, (await database.ReadAsync(order)).Version, session.Id, session.Version);

    private Task<SessionOutcome> ActAsync(Func<SessionBook, Task<SessionOutcome>> act) => database.WithAsync(act);
}

public sealed class SessionBookOnSqlite() : SessionBookTests(DatabaseProvider.Sqlite);

public sealed class SessionBookOnPostgreSql() : SessionBookTests(DatabaseProvider.PostgreSql);

public sealed class SessionBookOnSqlServer() : SessionBookTests(DatabaseProvider.SqlServer);
