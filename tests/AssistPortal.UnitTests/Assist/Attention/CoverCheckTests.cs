using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.UnitTests.Assist.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Attention;

public abstract class CoverCheckTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly Instant Noon = AssistDatabase.Noon;

    private readonly AssistDatabase database = new(provider);
    private int producer;
    private Order order = null!;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        producer = await database.AddProducerAsync();
        order = await database.PlaceAsync(producer);
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task What_would_be_without_cover_is_found_and_nothing_is_written()
    {
        var session = await ScheduleAsync(Noon - Duration.FromHours(3));
        var later = await database.PlaceAsync(producer, Noon + Duration.FromDays(1));

        var found = await WithProducerAsync(
            person => TakeOff(person, hoursBefore: 3, hoursAfter: 0),
            (check, person, _) => check.FindAsync(person, default));

        Assert.Equal(
            [new AssignedKey(order.Id, session.Id), new AssignedKey(order.Id, null)], found.Select(time => time.Key));
        Assert.False(await NeedsAsync(order));
        Assert.False(await NeedsAsync(later));
    }

    [DatabaseFact]
    public async Task Orders_need_somebody_while_their_producer_is_off()
    {
        Assert.Single(await CheckAsync(person => TakeOff(person, 0, 1)));
        Assert.True(await NeedsAsync(order));
        Assert.Single(await CheckAsync(_ => { }));
        Assert.True(await NeedsAsync(order));

        await CheckAsync(person => person.GiveUpTimeOff(person.TimeOff.Single().Id));
        Assert.False(await NeedsAsync(order));
    }

    [DatabaseFact]
    public async Task The_time_before_and_after_the_event_is_covered_too()
    {
        Assert.Empty(await CheckAsync(person => TakeOff(person, -1.25, 2)));
        Assert.Single(await CheckAsync(person => TakeOff(person, 0.5, -0.25)));
    }

    [DatabaseFact]
    public async Task Who_is_not_qualified_on_the_day_is_no_cover()
    {
        var expired = await database.AddProducerAsync(new ProducerSketch { ValidUntil = new LocalDate(2027, 3, 16) });
        var given = await database.PlaceAsync(expired);

        Assert.Single(await FindAsync(given));
        Assert.Empty(await FindAsync(order));
    }

    [DatabaseFact]
    public async Task What_is_over_or_cancelled_needs_nobody()
    {
        var cancelled = await database.PlaceAsync(producer, Noon + Duration.FromDays(1));
        await database.InDatabaseAsync(async db =>
        {
            (await db.Set<Order>().SingleAsync(item => item.Id == cancelled.Id)).Cancel(SampleOrder.Now, feeMinor: 0);
            return await db.SaveChangesAsync();
        });
        database.Clock.Reset(Noon + Duration.FromMinutes(75));

        Assert.Empty(await CheckAsync(person => TakeOff(person, 0, 48)));
        Assert.False(await NeedsAsync(order));
        Assert.False(await NeedsAsync(cancelled));
    }

    [DatabaseFact]
    public async Task An_order_that_goes_to_somebody_at_work_needs_nobody_any_more()
    {
        await CheckAsync(person => TakeOff(person, 0, 1));
        var other = await database.AddProducerAsync(new ProducerSketch { Name = "Uma" });
        await database.InDatabaseAsync(async db =>
        {
            await db.Set<Reservation>().Where(item => item.OrderId == order.Id).ExecuteDeleteAsync();
            db.Add(Reservation.ForOrder(other, new Interval(Noon, Noon + Duration.FromHours(1)), order.Id));
            return await db.SaveChangesAsync();
        });

        await WithCheckAsync(async (check, db) =>
        {
            await check.CheckOrdersAsync([order.Id], default);
            return await db.SaveChangesAsync();
        });

        Assert.False(await NeedsAsync(order));
    }

    private static void TakeOff(Producer person, double hoursBefore, double hoursAfter) =>
        person.TakeOff(TimeOffDetails.Exact(
            new Interval(Noon - Duration.FromHours(hoursBefore), Noon + Duration.FromHours(hoursAfter))));

    private Task<bool> NeedsAsync(Order of) => database.NeedsAsync(of, AttentionReason.NoCover);

    private Task<IReadOnlyList<AssignedTime>> FindAsync(Order of) =>
        WithCheckAsync((check, _) => check.FindAsync(of.Id, default));

    /// <summary>Changes the producer and has the orders checked, all saved.</summary>
    private Task<IReadOnlyList<AssignedTime>> CheckAsync(Action<Producer> change) =>
        WithProducerAsync(change, async (check, person, db) =>
        {
            var uncovered = await check.CheckAsync(person, default);
            await db.SaveChangesAsync();
            return uncovered;
        });

    private Task<T> WithProducerAsync<T>(
        Action<Producer> change, Func<CoverCheck, Producer, PortalDbContext, Task<T>> act) =>
        WithCheckAsync(async (check, db) =>
        {
            var person = await db.Set<Producer>().WithParts().SingleAsync(item => item.Id == producer);
            change(person);
            return await act(check, person, db);
        });

    private Task<T> WithCheckAsync<T>(Func<CoverCheck, PortalDbContext, Task<T>> act) => database.InScopeAsync(scope =>
        act(scope.GetRequiredService<CoverCheck>(), scope.GetRequiredService<PortalDbContext>()));

    private async Task<OrderSession> ScheduleAsync(Instant start) => await database.InDatabaseAsync(async db =>
    {
        var session = OrderSession.Schedule(order.Id, SessionKind.Rehearsal, producer, start, 60);
        db.AddRange(session, Reservation.ForSession(producer, session.Time, session.Id));
        await db.SaveChangesAsync();
        return session;
    });
}

public sealed class CoverCheckOnSqlite() : CoverCheckTests(DatabaseProvider.Sqlite);

public sealed class CoverCheckOnPostgreSql() : CoverCheckTests(DatabaseProvider.PostgreSql);

public sealed class CoverCheckOnSqlServer() : CoverCheckTests(DatabaseProvider.SqlServer);
