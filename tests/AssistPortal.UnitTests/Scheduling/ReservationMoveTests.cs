using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AssistPortal.UnitTests.Scheduling.SchedulingDatabase;

namespace AssistPortal.UnitTests.Scheduling;

public abstract class ReservationMoveTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly SchedulingDatabase database = new(provider);
    private readonly Guid order = Guid.NewGuid();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task The_new_time_comes_and_the_old_one_goes()
    {
        var producer = await OrderedAsync(Wednesday(12), order);

        Assert.Equal(new MoveAnswer.Moved(producer), await MoveAsync(order, Wednesday(15)));

        var reservation = Assert.Single(await database.ReservationsAsync());
        Assert.Equal((order, null, Wednesday(14, 30), 7), (reservation.OrderId, reservation.HoldUntil, reservation.Start, reservation.Slots.Count));
    }

    [DatabaseFact]
    public async Task By_a_quarter_of_an_hour_the_order_moves_over_its_own_time()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        Assert.Equal(new MoveAnswer.Moved(producer), await MoveAsync(order, Wednesday(12, 15)));
        Assert.Equal(7, Assert.Single(await database.ReservationsAsync()).Slots.Count);
    }

    [DatabaseFact]
    public async Task The_producer_stays_although_it_would_be_anothers_turn()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        await database.ReserveAsync(producer, new Interval(Wednesday(9), Wednesday(10)));
        await database.AddProducerAsync();

        Assert.Equal(new MoveAnswer.Moved(producer), await MoveAsync(order, Wednesday(15)));
    }

    [DatabaseFact]
    public async Task Another_producer_takes_over_where_the_former_is_not_free()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        await database.ReserveAsync(producer, new Interval(Wednesday(15), Wednesday(16)));
        var other = await database.AddProducerAsync();

        Assert.Equal(new MoveAnswer.Moved(other), await MoveAsync(order, Wednesday(15)));
    }

    [DatabaseFact]
    public async Task Where_nobody_is_free_the_order_keeps_what_it_has()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        await database.ReserveAsync(producer, new Interval(Wednesday(15), Wednesday(16)));

        var nobody = Assert.IsType<MoveAnswer.Nobody>(await MoveAsync(order, Wednesday(15)));

        Assert.Equal((NobodyReason.AllTaken, 3), (nobody.Reason, nobody.Alternatives.Count));
        Assert.Contains(await database.ReservationsAsync(), item => item.OrderId == order && item.Start == Wednesday(11, 30));
    }

    [DatabaseFact]
    public async Task What_goes_alongside_is_saved_with_the_move_or_not_at_all()
    {
        var producer = await OrderedAsync(Wednesday(12), order);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => MoveAsync(order, Wednesday(15), renaming: true, failing: true));
        Assert.Equal(Wednesday(11, 30), Assert.Single(await database.ReservationsAsync()).Start);
        Assert.Equal("Pat Producer", await NameAsync(producer));

        await MoveAsync(order, Wednesday(15), renaming: true);
        Assert.Equal("Renamed", await NameAsync(producer));
    }

    [DatabaseFact]
    public async Task An_order_that_was_cancelled_meanwhile_does_not_get_a_reservation_back()
    {
        await OrderedAsync(Wednesday(12), order);
        await database.InScopeAsync(scope => Db(scope).Set<Reservation>().ExecuteDeleteAsync());

        Assert.Equal(new MoveAnswer.Gone(), await MoveAsync(order, Wednesday(15)));
        Assert.Empty(await database.ReservationsAsync());
    }

    [DatabaseFact]
    public async Task Of_many_that_move_to_the_same_last_time_one_wins_and_nobody_loses_the_old_one()
    {
        await database.AddProducerAsync();
        var orders = Enumerable.Range(0, 8).Select(_ => Guid.NewGuid()).ToList();
        foreach (var (number, id) in orders.Index())
        {
            await OrderedAsync(Wednesday(12) + Duration.FromDays(7 * (number + 1)), id, addProducer: false);
        }

        var answers = await Task.WhenAll(orders.Select(id => Task.Run(() => MoveAsync(id, Wednesday(12)))));

        Assert.Single(answers.OfType<MoveAnswer.Moved>());
        Assert.Equal(7, answers.OfType<MoveAnswer.Nobody>().Count());
        Assert.Equal(orders.Order(), (await database.ReservationsAsync()).Select(item => item.OrderId!.Value).Order());
    }

    private async Task<int> OrderedAsync(Instant start, Guid id, bool addProducer = true)
    {
        if (addProducer)
        {
            await database.AddProducerAsync();
        }

        var held = Assert.IsType<HoldAnswer.Held>(await database.HoldAsync(database.Wish(start), Guid.NewGuid()));
        await database.InScopeAsync(scope => Db(scope).InTransactionAsync(
            async cancellation => (true, await Book(scope).TakeAsync(held.ReservationId, id, cancellation)), default));
        return held.ProducerId;
    }

    private Task<MoveAnswer> MoveAsync(Guid id, Instant start, bool renaming = false, bool failing = false) =>
        database.InScopeAsync(scope => Book(scope).MoveAsync(
            id,
            database.Wish(start),
            database.Bookable,
            async (db, producer, cancellation) =>
            {
                if (renaming)
                {
                    (await db.Set<Producer>().SingleAsync(item => item.Id == producer, cancellation)).Name = "Renamed";
                }

                if (failing)
                {
                    throw new InvalidTimeZoneException();
                }
            },
            default));

    private Task<string> NameAsync(int producer) => database.InScopeAsync(
        scope => Db(scope).Set<Producer>().Where(item => item.Id == producer).Select(item => item.Name).SingleAsync());

    private static Instant Wednesday(int hour, int minute = 0) => Instant.FromUtc(2027, 1, 13, hour, minute);
}

public sealed class ReservationMoveOnSqlite() : ReservationMoveTests(DatabaseProvider.Sqlite);

public sealed class ReservationMoveOnPostgreSql() : ReservationMoveTests(DatabaseProvider.PostgreSql);

public sealed class ReservationMoveOnSqlServer() : ReservationMoveTests(DatabaseProvider.SqlServer);
