using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AssistPortal.UnitTests.Assist.Scheduling.SchedulingDatabase;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public abstract class ReservationMoveTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly SchedulingDatabase database = new(provider);
    private readonly Guid order = Guid.NewGuid();
    private readonly Guid update = Guid.NewGuid();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task The_new_time_comes_and_the_old_one_goes()
    {
        var producer = await OrderedAsync(Wednesday(12), order);

        Assert.Equal(new MoveAnswer.Reserved(producer), await MoveAsync(order, Wednesday(15)));

        var reservation = Assert.Single(await database.ReservationsAsync());
        Assert.Equal(
            (order, null, Wednesday(14, 30), 7),
            (reservation.OrderId, reservation.HoldUntil, reservation.Start, reservation.Slots.Count));
    }

    [DatabaseFact]
    public async Task By_a_quarter_of_an_hour_the_order_moves_over_its_own_time()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        Assert.Equal(new MoveAnswer.Reserved(producer), await MoveAsync(order, Wednesday(12, 15)));
        Assert.Equal(7, Assert.Single(await database.ReservationsAsync()).Slots.Count);
    }

    [DatabaseFact]
    public async Task The_producer_stays_although_it_would_be_anothers_turn()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        await database.ReserveAsync(producer, new Interval(Wednesday(9), Wednesday(10)));
        await database.AddProducerAsync();

        Assert.Equal(new MoveAnswer.Reserved(producer), await MoveAsync(order, Wednesday(15)));
    }

    [DatabaseFact]
    public async Task D3_Who_alone_is_wanted_gets_it_and_where_that_one_is_taken_nobody_else_is_held()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        var (wanted, other) = (await database.AddProducerAsync(), await database.AddProducerAsync());
        await database.ReserveAsync(wanted, new Interval(Wednesday(15), Wednesday(16)));

        Assert.Equal(new MoveAnswer.Taken(), await HoldAsync(order, update, Wednesday(15), wanted));
        Assert.Equal(new MoveAnswer.Taken(), await MoveAsync(order, Wednesday(15), wanted: wanted));
        Assert.Equal(
            producer, Assert.Single(await database.ReservationsAsync(), item => item.OrderId == order).ProducerId);
        Assert.DoesNotContain(await database.ReservationsAsync(), item => item.HoldUntil != null);

        Assert.Equal(new MoveAnswer.Reserved(other), await HoldAsync(order, update, Wednesday(15), other));
        Assert.Equal(
            new MoveAnswer.Reserved(other), await MoveAsync(order, Wednesday(15), update: update, wanted: other));
    }

    [DatabaseFact]
    public async Task Another_producer_takes_over_where_the_former_is_not_free()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        await database.ReserveAsync(producer, new Interval(Wednesday(15), Wednesday(16)));
        var other = await database.AddProducerAsync();

        Assert.Equal(new MoveAnswer.Reserved(other), await MoveAsync(order, Wednesday(15)));
    }

    [DatabaseFact]
    public async Task Where_nobody_is_free_the_order_keeps_what_it_has()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        await database.ReserveAsync(producer, new Interval(Wednesday(15), Wednesday(16)));

        var nobody = Assert.IsType<MoveAnswer.Nobody>(await MoveAsync(order, Wednesday(15)));

        Assert.Equal((NobodyReason.AllTaken, 3), (nobody.Reason, nobody.Alternatives.Count));
        Assert.Contains(
            await database.ReservationsAsync(), item => item.OrderId == order && item.Start == Wednesday(11, 30));
    }

    [DatabaseFact]
    public async Task What_is_written_in_the_transaction_is_saved_with_the_move_or_not_at_all()
    {
        var producer = await OrderedAsync(Wednesday(12), order);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => MoveAsync(order, Wednesday(15), renaming: true, failing: true));
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

        Assert.Single(answers.OfType<MoveAnswer.Reserved>());
        Assert.Equal(7, answers.OfType<MoveAnswer.Nobody>().Count());
        Assert.Equal(orders.Order(), (await database.ReservationsAsync()).Select(item => item.OrderId!.Value).Order());
    }

    [DatabaseFact]
    public async Task An_order_that_was_changed_meanwhile_keeps_what_it_has()
    {
        await OrderedAsync(Wednesday(12), order);
        Assert.Equal(new MoveAnswer.Gone(), await MoveAsync(order, Wednesday(15), renaming: true, changed: true));
        Assert.Equal(Wednesday(11, 30), Assert.Single(await database.ReservationsAsync()).Start);
    }

    [DatabaseFact]
    public async Task A_new_time_is_held_beside_the_old_one_until_the_move()
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        Assert.Equal(new MoveAnswer.Reserved(producer), await HoldAsync(order, update, Wednesday(14)));
        Assert.Equal(new MoveAnswer.Reserved(producer), await HoldAsync(order, update, Wednesday(15)));

        var reservations = await database.ReservationsAsync();
        Assert.Contains(reservations, item => item.OrderId == order && item.Start == Wednesday(11, 30));
        var hold = Assert.Single(reservations, item => item.DraftId == update);
        Assert.Equal((Wednesday(14, 30), true), (hold.Start, hold.HoldUntil is not null));
        Assert.IsType<HoldAnswer.Nobody>(await database.HoldAsync(database.Wish(Wednesday(15)), Guid.NewGuid()));

        Assert.Equal(new MoveAnswer.Reserved(producer), await MoveAsync(order, Wednesday(15), update: update));
        Assert.Equal((order, Wednesday(14, 30)), Assert.Single(await database.ReservationsAsync()) is var only
            ? (only.OrderId!.Value, only.Start)
            : default);
    }

    [DatabaseTheory]
    [InlineData(11, 0)]
    [InlineData(12, 15)]
    [InlineData(13, 30)]
    public async Task Where_the_new_time_lies_over_the_old_one_only_the_rest_is_held(int hour, int minute)
    {
        var producer = await OrderedAsync(Wednesday(12), order);
        Assert.Equal(new MoveAnswer.Reserved(producer), await HoldAsync(order, update, Wednesday(hour, minute)));
        var slots = (await database.ReservationsAsync()).SelectMany(item => item.Slots)
            .Select(slot => slot.SlotStart)
            .ToHashSet();
        Assert.Superset(
            QuarterHours.In(new Interval(Wednesday(hour, minute)
                - Duration.FromMinutes(30), Wednesday(hour, minute) + Duration.FromMinutes(75))).ToHashSet(),
            slots);

        Assert.Equal(
            new MoveAnswer.Reserved(producer), await MoveAsync(order, Wednesday(hour, minute), update: update));
        Assert.Equal(7, Assert.Single(await database.ReservationsAsync()).Slots.Count);
    }

    [DatabaseFact]
    public async Task A_hold_that_ran_out_and_was_taken_leaves_the_order_where_it_is()
    {
        await OrderedAsync(Wednesday(12), order);
        await HoldAsync(order, update, Wednesday(15));
        database.Clock.Advance(Duration.FromMinutes(31));
        Assert.IsType<HoldAnswer.Held>(await database.HoldAsync(database.Wish(Wednesday(15)), Guid.NewGuid()));

        Assert.IsType<MoveAnswer.Nobody>(await MoveAsync(order, Wednesday(15), update: update));
        Assert.Contains(
            await database.ReservationsAsync(), item => item.OrderId == order && item.Start == Wednesday(11, 30));
    }

    private async Task<int> OrderedAsync(Instant start, Guid id, bool addProducer = true)
    {
        if (addProducer)
        {
            await database.AddProducerAsync();
        }

        var held = Assert.IsType<HoldAnswer.Held>(await database.HoldAsync(database.Wish(start), Guid.NewGuid()));
        await database.InScopeAsync(scope => Db(scope).InTransactionAsync(
            async cancellation => (true, await Book(scope).TakeAsync(held, id, cancellation)), default));
        return held.ProducerId;
    }

    private Task<MoveAnswer> MoveAsync(
        Guid id,
        Instant start,
        bool renaming = false,
        bool failing = false,
        Guid? update = null,
        bool changed = false,
        int? wanted = null) =>
        database.InScopeAsync(scope => Moves(scope).MoveAsync(
            id,
            update,
            database.Wish(start),
            database.Bookable,
            wanted,
            async (producer, cancellation) =>
            {
                if (renaming)
                {
                    var db = Db(scope);
                    var known = await db.Set<Producer>().SingleAsync(item => item.Id == producer, cancellation);
                    db.Entry(known).Property(item => item.Name).CurrentValue = "Renamed";
                }

                return failing ? throw new InvalidTimeZoneException() : !changed;
            },
            default));

    private Task<MoveAnswer> HoldAsync(Guid id, Guid update, Instant start, int? wanted = null) =>
        database.InScopeAsync(scope => Moves(scope).HoldAsync(
            id, update, database.Wish(start), database.Bookable, wanted, default));

    private Task<string> NameAsync(int producer) => database.InScopeAsync(
        scope => Db(scope).Set<Producer>().Where(item => item.Id == producer).Select(item => item.Name).SingleAsync());

    private static Instant Wednesday(int hour, int minute = 0) => Instant.FromUtc(2027, 1, 13, hour, minute);
}

public sealed class ReservationMoveOnSqlite() : ReservationMoveTests(DatabaseProvider.Sqlite);

public sealed class ReservationMoveOnPostgreSql() : ReservationMoveTests(DatabaseProvider.PostgreSql);

public sealed class ReservationMoveOnSqlServer() : ReservationMoveTests(DatabaseProvider.SqlServer);
