using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AssistPortal.UnitTests.Assist.Scheduling.SchedulingDatabase;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public abstract class ReservationBookTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly Duration HoldTime = Duration.FromMinutes(30);

    private readonly SchedulingDatabase database = new(provider);
    private readonly Guid draft = Guid.NewGuid();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task A_hold_takes_lead_event_and_trail_for_half_an_hour()
    {
        var producer = await database.AddProducerAsync();

        var answer = await database.HoldAsync(database.Wish(Wednesday(12)), draft);

        var hold = Assert.Single(await database.ReservationsAsync());
        Assert.Equal(new HoldAnswer.Held(hold.Id, producer, Now + HoldTime), answer);
        Assert.Equal((Wednesday(11, 30), Wednesday(13, 15)), (hold.Start, hold.End));
        Assert.Equal((hold.Start, hold.End), (QuarterHours.At(hold.StartQuarter), QuarterHours.At(hold.EndQuarter)));
        Assert.Equal(draft, hold.DraftId);
        Assert.Equal(7, hold.Slots.Count);
    }

    [DatabaseFact]
    public async Task The_next_draft_gets_the_next_producer_and_then_nobody()
    {
        var first = await database.AddProducerAsync();
        var second = await database.AddProducerAsync();
        var wish = database.Wish(Wednesday(12));

        Assert.Equal(first, Producer(await database.HoldAsync(wish, Guid.NewGuid())));
        Assert.Equal(second, Producer(await database.HoldAsync(wish, Guid.NewGuid())));

        var nobody = Assert.IsType<HoldAnswer.Nobody>(await database.HoldAsync(wish, Guid.NewGuid()));
        Assert.Equal(NobodyReason.AllTaken, nobody.Reason);
        Assert.Equal([Wednesday(10, 15), Wednesday(13, 45), Wednesday(12) + Duration.FromDays(1)], nobody.Alternatives);
    }

    [DatabaseFact]
    public async Task The_same_wish_again_renews_the_hold_and_keeps_the_producer()
    {
        var producer = await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);
        var before = Assert.Single(await database.ReservationsAsync());
        await database.ReserveAsync(producer, new Interval(Wednesday(9), Wednesday(10)));
        await database.AddProducerAsync();
        database.Clock.Advance(Duration.FromMinutes(20));

        var answer = await database.HoldAsync(database.Wish(Wednesday(12)), draft);

        Assert.Equal(new HoldAnswer.Held(before.Id, producer, Now + HoldTime), answer);
        var after = Assert.Single(await database.ReservationsAsync(), item => item.DraftId == draft);
        Assert.Equal((before.Id, Now + HoldTime), (after.Id, after.HoldUntil));
    }

    [DatabaseFact]
    public async Task Another_producer_takes_over_for_the_asked_language()
    {
        await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);
        var chinese = await database.AddProducerAsync(new ProducerSketch { Languages = ["zh-Hant"] });

        var answer = await database.HoldAsync(database.Wish(Wednesday(12), language: "zh-Hant"), draft);

        Assert.Equal(chinese, Producer(answer));
        Assert.Single(await database.ReservationsAsync());
    }

    [DatabaseFact]
    public async Task Who_is_no_longer_qualified_is_not_kept()
    {
        var former = await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);
        await database.InScopeAsync(scope => Db(scope).Set<ProducerQualification>().ExecuteDeleteAsync());
        var other = await database.AddProducerAsync();

        Assert.Equal(other, Producer(await database.HoldAsync(database.Wish(Wednesday(12)), draft)));
        Assert.DoesNotContain(await database.ReservationsAsync(), item => item.ProducerId == former);
    }

    [DatabaseFact]
    public async Task A_hold_moves_also_to_a_time_that_overlaps_its_old_one()
    {
        await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);

        await database.HoldAsync(database.Wish(Wednesday(12, 30)), draft);

        var hold = Assert.Single(await database.ReservationsAsync());
        Assert.Equal(Wednesday(12), hold.Start);
        Assert.Equal(7, await SlotsAsync());
    }

    [DatabaseFact]
    public async Task When_nobody_is_free_the_old_hold_stays()
    {
        var producer = await database.AddProducerAsync();
        await database.ReserveAsync(producer, new Interval(Wednesday(9), Wednesday(11)));
        await database.HoldAsync(database.Wish(Wednesday(14)), draft);

        Assert.IsType<HoldAnswer.Nobody>(await database.HoldAsync(database.Wish(Wednesday(10)), draft));

        var hold = Assert.Single(await database.ReservationsAsync(), item => item.DraftId == draft);
        Assert.Equal(Wednesday(13, 30), hold.Start);
    }

    [DatabaseFact]
    public async Task A_run_out_hold_gives_way()
    {
        var producer = await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), Guid.NewGuid());
        database.Clock.Advance(HoldTime);

        Assert.Equal(producer, Producer(await database.HoldAsync(database.Wish(Wednesday(12, 30)), draft)));

        Assert.Equal(draft, Assert.Single(await database.ReservationsAsync()).DraftId);
    }

    [DatabaseFact]
    public async Task What_the_caller_has_not_saved_stays_unsaved_and_tracked()
    {
        await database.AddProducerAsync();
        await database.InScopeAsync(async scope =>
        {
            var package = await Db(scope).Set<ServicePackage>().SingleAsync();
            package.SetActive(false);

            await Book(scope).HoldAsync(database.Wish(Wednesday(12)), database.Bookable, draft, NobodyFirst, default);

            Assert.Equal(EntityState.Modified, Assert.Single(Db(scope).ChangeTracker.Entries()).State);
            return 0;
        });

        Assert.True(await database.InScopeAsync(
            scope => Db(scope).Set<ServicePackage>().Select(item => item.IsActive).SingleAsync()));
    }

    [DatabaseFact]
    public async Task The_loser_of_a_deadlock_tries_again()
    {
        var producer = await database.AddProducerAsync();
        database.Inserts.Left = 2;

        Assert.Equal(producer, Producer(await database.HoldAsync(database.Wish(Wednesday(12)), draft)));
        Assert.Equal(2, database.Inserts.Failed);
    }

    [DatabaseFact]
    public async Task A_failure_that_lasts_is_thrown_and_leaves_the_old_hold()
    {
        await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);
        database.Inserts.Left = int.MaxValue;

        await Assert.ThrowsAsync<DbUpdateException>(() => database.HoldAsync(database.Wish(Wednesday(14)), draft));

        Assert.InRange(database.Inserts.Failed, 5, 10);
        Assert.Equal(Wednesday(11, 30), Assert.Single(await database.ReservationsAsync()).Start);
    }

    [DatabaseFact]
    public async Task A_hold_is_refused_within_a_transaction() => await database.InScopeAsync(async scope =>
    {
        await using var transaction = await Db(scope).Database.BeginTransactionAsync();
        return await Assert.ThrowsAsync<InvalidOperationException>(
            () => Book(scope).HoldAsync(database.Wish(Wednesday(12)), database.Bookable, draft, NobodyFirst, default));
    });

    [DatabaseFact]
    public async Task Renewing_works_while_nobody_else_has_taken_the_time()
    {
        await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);
        database.Clock.Advance(Duration.FromHours(2));

        Assert.NotNull(await RenewAsync());
        Assert.Equal(Now + HoldTime, Assert.Single(await database.ReservationsAsync()).HoldUntil);

        database.Clock.Advance(Duration.FromHours(2));
        await database.HoldAsync(database.Wish(Wednesday(12)), Guid.NewGuid());
        Assert.Null(await RenewAsync());
    }

    [DatabaseFact]
    public async Task Releasing_frees_the_producer()
    {
        await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);

        await database.InScopeAsync(async scope =>
        {
            await Book(scope).ReleaseAsync(draft, default);
            await Book(scope).ReleaseAsync(draft, default);
            return 0;
        });

        Assert.Empty(await database.ReservationsAsync());
        Assert.Equal(0, await SlotsAsync());
    }

    [DatabaseFact]
    public async Task An_order_takes_the_hold_for_good()
    {
        var producer = await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);
        var order = Guid.NewGuid();

        Assert.Equal(producer, await TakeAsync(order, commit: true));

        var taken = Assert.Single(await database.ReservationsAsync());
        Assert.Equal((order, null, null), (taken.OrderId, taken.DraftId, taken.HoldUntil));
        Assert.Equal(Now, await database.InScopeAsync(
            scope => Db(scope).Set<Producer>().Select(item => item.LastAssignedAt).SingleAsync()));
        Assert.Null(await TakeAsync(Guid.NewGuid(), commit: true));
        Assert.Null(await RenewAsync());
        database.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(NobodyReason.AllTaken, (await database.FindAsync(database.Wish(Wednesday(12)), draft)).Reason);
    }

    [DatabaseFact]
    public async Task An_order_does_not_take_what_the_draft_came_to_hold_later()
    {
        await database.AddProducerAsync();
        var proven = Assert.IsType<HoldAnswer.Held>(await database.HoldAsync(database.Wish(Wednesday(12)), draft));
        await database.HoldAsync(database.Wish(Wednesday(15)), draft);

        Assert.Null(await database.InScopeAsync(
            scope => TakeAsync(scope, proven, Guid.NewGuid(), commit: true)));
        Assert.Equal(draft, Assert.Single(await database.ReservationsAsync()).DraftId);
    }

    [DatabaseFact]
    public async Task An_order_that_fails_leaves_the_hold()
    {
        await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);

        await TakeAsync(Guid.NewGuid(), commit: false);

        Assert.Equal(draft, Assert.Single(await database.ReservationsAsync()).DraftId);
        Assert.NotNull(await RenewAsync());
    }

    [DatabaseFact]
    public async Task A_hold_that_ran_out_is_taken_while_it_stands()
    {
        var producer = await database.AddProducerAsync();
        await database.HoldAsync(database.Wish(Wednesday(12)), draft);
        database.Clock.Advance(Duration.FromHours(2));

        Assert.Equal(producer, await TakeAsync(Guid.NewGuid(), commit: true));
    }

    [DatabaseFact]
    public async Task Taking_outside_of_a_transaction_is_refused() => await database.InScopeAsync(
        scope => Assert.ThrowsAsync<InvalidOperationException>(
            () => Book(scope).TakeAsync(new HoldAnswer.Held(draft, 1, Now), Guid.NewGuid(), default)));

    private Instant Now => database.Clock.GetCurrentInstant();

    private static Task NobodyFirst(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<Instant?> RenewAsync() => database.InScopeAsync(
        scope => Book(scope).RenewAsync(draft, NobodyFirst, default));

    private Task<int?> TakeAsync(Guid orderId, bool commit) => database.InScopeAsync(async scope =>
    {
        var hold = await Db(scope).Set<Reservation>()
            .Where(item => item.DraftId == draft)
            .Select(item => new HoldAnswer.Held(item.Id, item.ProducerId, item.HoldUntil!.Value))
            .SingleOrDefaultAsync();
        return hold is null ? null : await TakeAsync(scope, hold, orderId, commit);
    });

    private static Task<int?> TakeAsync(IServiceProvider scope, HoldAnswer.Held hold, Guid orderId, bool commit) =>
        Db(scope).InTransactionAsync(
            async cancellation => (
                commit,
                await Book(scope).TakeAsync(hold, orderId, cancellation) ? hold.ProducerId : (int?)null),
            default);

    private Task<int> SlotsAsync() => database.InScopeAsync(scope => Db(scope).Set<ProducerSlot>().CountAsync());

    private static int Producer(HoldAnswer answer) => Assert.IsType<HoldAnswer.Held>(answer).ProducerId;

    private static Instant Wednesday(int hour, int minute = 0) => Instant.FromUtc(2027, 1, 13, hour, minute);
}

public sealed class ReservationBookOnSqlite() : ReservationBookTests(DatabaseProvider.Sqlite);

public sealed class ReservationBookOnPostgreSql() : ReservationBookTests(DatabaseProvider.PostgreSql);

public sealed class ReservationBookOnSqlServer() : ReservationBookTests(DatabaseProvider.SqlServer);
