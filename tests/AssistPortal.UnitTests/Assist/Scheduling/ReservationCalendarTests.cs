using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static AssistPortal.UnitTests.Assist.Scheduling.SchedulingDatabase;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>What a server keeps of reservations is what the database has, and never the last word.</summary>
public abstract class ReservationCalendarTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly Guid draft = Guid.NewGuid();
    private readonly Guid order = Guid.NewGuid();
    private int producer;

    internal SchedulingDatabase Database { get; } = new(provider);

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        producer = await Database.AddProducerAsync();
        await ReserveAsync(9);
    }

    public Task DisposeAsync() => Database.DisposeAsync();

    [DatabaseFact]
    public async Task What_one_server_reserves_moves_and_frees_another_knows_at_its_next_search()
    {
        Assert.True(await IsFreeOnOtherAsync(12));

        var held = Assert.IsType<HoldAnswer.Held>(await Database.HoldAsync(Database.Wish(Wednesday(12)), draft));
        Assert.False(await IsFreeOnOtherAsync(12));

        await Database.InScopeAsync(scope => Db(scope).InTransactionAsync(
            async cancellation => (Commit: true, await Book(scope).TakeAsync(held, order, cancellation)),
            default));
        Assert.False(await IsFreeOnOtherAsync(12));

        Assert.IsType<MoveAnswer.Reserved>(await Database.InScopeAsync(scope => Moves(scope).MoveAsync(
            order,
            updateId: null,
            Database.Wish(Wednesday(15)),
            Database.Bookable,
            producerId: null,
            (_, _) => Task.FromResult(true),
            default)));
        Assert.True(await IsFreeOnOtherAsync(12));
        Assert.False(await IsFreeOnOtherAsync(15));

        await Database.InScopeAsync(
            scope => Db(scope).Set<Reservation>().Where(item => item.OrderId == order).ExecuteDeleteAsync());
        Assert.True(await IsFreeOnOtherAsync(15));

        await Database.AddAsync(
            new TimeOff { ProducerId = producer, Start = Wednesday(12), End = Wednesday(13) });
        Assert.False(await IsFreeOnOtherAsync(12));

        // All that from memory.
        Assert.Equal(1, Database.Other.Generation);
    }

    [DatabaseFact]
    public async Task Whoever_was_assigned_last_on_one_server_comes_last_on_another()
    {
        var second = await Database.AddProducerAsync();
        await Database.ReserveAsync(second, new(Wednesday(9), Wednesday(10)));
        Assert.Equal([producer, second], (await Database.FindOnOtherAsync(Database.Wish(Wednesday(13)))).Producers);

        var held = Assert.IsType<HoldAnswer.Held>(
            await Database.HoldAsync(Database.Wish(Wednesday(13) + Duration.FromDays(14)), draft));
        Assert.Equal(producer, held.ProducerId);
        await Database.InScopeAsync(scope => Db(scope).InTransactionAsync(
            async cancellation => (Commit: true, await Book(scope).TakeAsync(held, order, cancellation)),
            default));

        Assert.Equal([second, producer], (await Database.FindOnOtherAsync(Database.Wish(Wednesday(13)))).Producers);
        Assert.Equal(1, Database.Other.Generation);
    }

    [DatabaseFact]
    public async Task A_hold_that_has_run_out_is_free_although_nothing_has_changed()
    {
        await Database.HoldAsync(Database.Wish(Wednesday(12)), draft);
        Assert.False(await IsFreeOnOtherAsync(12));

        Database.Clock.Advance(Duration.FromMinutes(30));

        Assert.True(await IsFreeOnOtherAsync(12));
        Assert.Equal(1, Database.Other.Generation);
    }

    [DatabaseFact]
    public async Task The_key_wins_over_what_memory_does_not_know()
    {
        Assert.NotEmpty((await Database.FindAsync(Database.Wish(Wednesday(12)))).Producers);
        await Database.DropTriggersAsync();
        await ReserveAsync(12);

        // Memory still thinks so.
        Assert.NotEmpty((await Database.FindAsync(Database.Wish(Wednesday(12)))).Producers);
        var answer = Assert.IsType<HoldAnswer.Nobody>(
            await Database.HoldAsync(Database.Wish(Wednesday(12)), draft));

        Assert.Equal((NobodyReason.AllTaken, 3), (answer.Reason, answer.Alternatives.Count));
        Assert.DoesNotContain(await Database.ReservationsAsync(), item => item.DraftId == draft);
    }

    [DatabaseFact]
    public async Task That_there_is_nobody_is_asked_of_the_database_before_it_is_told()
    {
        await ReserveAsync(12);
        Assert.Empty((await Database.FindAsync(Database.Wish(Wednesday(12)))).Producers);
        await Database.DropTriggersAsync();
        await Database.InScopeAsync(scope => Db(scope).Set<Reservation>().ExecuteDeleteAsync());

        Assert.Equal([producer], (await Database.FindAsync(Database.Wish(Wednesday(12)))).Producers);
    }

    [DatabaseFact]
    public async Task A_number_that_comes_late_is_read_although_later_ones_came_before()
    {
        Assert.True(await IsFreeOnOtherAsync(12));
        await Database.DropTriggersAsync();
        var last = await LastNumberAsync();
        await ReserveAsync(12);
        await NoteAsync(last + 2, Guid.NewGuid());
        Assert.True(await IsFreeOnOtherAsync(12));

        await NoteAsync(last + 1, (await Database.ReservationsAsync()).Single(IsAtNoon).Id);
        Assert.False(await IsFreeOnOtherAsync(12));
        Assert.Equal(1, Database.Other.Generation);
    }

    [DatabaseFact]
    public async Task After_a_gap_that_does_not_close_all_is_read_anew()
    {
        Database.Other = new() { Patience = TimeSpan.Zero, SecondLook = TimeSpan.Zero };
        Assert.True(await IsFreeOnOtherAsync(12));
        await Database.DropTriggersAsync();
        var last = await LastNumberAsync();
        await ReserveAsync(12);
        await NoteAsync(last + 7, Guid.NewGuid());

        Assert.True(await IsFreeOnOtherAsync(14));
        Assert.False(await IsFreeOnOtherAsync(12));
        Assert.Equal(2, Database.Other.Generation);
    }

    [DatabaseFact]
    public async Task A_server_that_is_too_far_behind_reads_all_anew()
    {
        Assert.True(await IsFreeOnOtherAsync(12));
        await ReserveAsync(12);
        await ReserveAsync(15);
        await using (var db = Database.NewContext())
        {
            while (await ReservationChangeWorker.ClearAsync(db, kept: 1, default))
            {
            }

            Assert.Equal(1, await db.Set<ReservationChange>().CountAsync());
        }

        Assert.False(await IsFreeOnOtherAsync(12));
        Assert.Equal(2, Database.Other.Generation);
    }

    [DatabaseFact]
    public async Task What_is_rolled_back_was_never_seen_by_anybody()
    {
        Assert.True(await IsFreeOnOtherAsync(12));
        await Database.InScopeAsync(scope => Db(scope).InTransactionAsync(
            async cancellation =>
            {
                await Db(scope).ReserveAsync(
                    Reservation.ForOrder(producer, new(Wednesday(12), Wednesday(13)), order),
                    Database.Clock.GetCurrentInstant(),
                    cancellation);

                // Whoever writes sees it.
                Assert.Empty((await scope.GetRequiredService<AvailabilitySearch>().FindAsync(
                    Database.Wish(Wednesday(12)), Database.Bookable, ownDraft: null, cancellation)).Producers);
                return (Commit: false, Result: true);
            },
            default));

        Assert.NotEmpty((await Database.FindAsync(Database.Wish(Wednesday(12)))).Producers);
        await ReserveAsync(15);
        Assert.Empty((await Database.FindAsync(Database.Wish(Wednesday(15)))).Producers);
        Assert.False(await IsFreeOnOtherAsync(15));
        Assert.True(await IsFreeOnOtherAsync(12));
    }

    internal async Task<bool> IsFreeOnOtherAsync(int hour) =>
        (await Database.FindOnOtherAsync(Database.Wish(Wednesday(hour)))).Producers.Count > 0;

    internal static Instant Wednesday(int hour) => Instant.FromUtc(2027, 1, 13, hour, 0);

    internal Task ReserveAsync(PortalDbContext db, int hour, CancellationToken cancellationToken) => db.ReserveAsync(
        Reservation.ForOrder(producer, new(Wednesday(hour), Wednesday(hour + 1)), Guid.NewGuid()),
        Database.Clock.GetCurrentInstant(),
        cancellationToken);

    private static bool IsAtNoon(Reservation reservation) => reservation.Start == Wednesday(12);

    private Task ReserveAsync(int hour) =>
        Database.ReserveAsync(producer, new(Wednesday(hour), Wednesday(hour + 1)));

    private async Task<long> LastNumberAsync()
    {
        await using var db = Database.NewContext();
        return await db.Set<ReservationChange>().MaxAsync(change => change.Number);
    }

    private async Task NoteAsync(long number, Guid reservationId)
    {
        await using var db = Database.NewContext();
        var change = db.Entry(new ReservationChange { ReservationId = reservationId });
        change.Property(item => item.Number).CurrentValue = number;
        change.State = EntityState.Added;
        await db.SaveChangesAsync();
    }
}

public sealed class ReservationCalendarOnSqlite() : ReservationCalendarTests(DatabaseProvider.Sqlite);

public sealed class ReservationCalendarOnPostgreSql() : ReservationCalendarTests(DatabaseProvider.PostgreSql)
{
    [DatabaseFact]
    public async Task Two_transactions_that_commit_crosswise_are_both_seen()
    {
        Assert.True(await IsFreeOnOtherAsync(12));
        await using var first = Database.NewContext();
        await first.InTransactionAsync(
            async cancellation =>
            {
                await ReserveAsync(first, 12, cancellation);

                // Draws its number now instead of right before it commits.
                await first.Database.ExecuteSqlRawAsync("SET CONSTRAINTS ALL IMMEDIATE", cancellation);
                await using var second = Database.NewContext();
                await second.InTransactionAsync(cancellation => ReserveAsync(second, 15, cancellation), cancellation);

                Assert.False(await IsFreeOnOtherAsync(15));
                Assert.True(await IsFreeOnOtherAsync(12));
            },
            default);

        Assert.False(await IsFreeOnOtherAsync(12));
        Assert.False(await IsFreeOnOtherAsync(15));
        Assert.Equal(1, Database.Other.Generation);
    }
}

public sealed class ReservationCalendarOnSqlServer() : ReservationCalendarTests(DatabaseProvider.SqlServer);
