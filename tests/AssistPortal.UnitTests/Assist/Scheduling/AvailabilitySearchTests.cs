using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AssistPortal.UnitTests.Assist.Scheduling.SchedulingDatabase;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>Who is free for a wish, rule by rule. The sketched producers work from 9 to 17 UTC on workdays.</summary>
public abstract class AvailabilitySearchTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly SchedulingDatabase database = new(provider);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseTheory]
    [InlineData(9, 30, 60, true)]
    [InlineData(9, 15, 60, false)]
    [InlineData(15, 45, 60, true)]
    [InlineData(16, 0, 60, false)]
    [InlineData(9, 30, 435, true)]
    [InlineData(9, 30, 450, false)]
    public async Task Lead_and_trail_lie_in_working_time_too(int hour, int minute, int duration, bool isFree)
    {
        var producer = await database.AddProducerAsync();

        var answer = await database.FindAsync(database.Wish(Wednesday(hour, minute), duration));

        Assert.Equal(isFree ? [producer] : [], answer.Producers);
        Assert.Equal(isFree ? null : NobodyReason.NoProducerWorks, answer.Reason);
    }

    [DatabaseFact]
    public async Task Lead_and_trail_are_kept_free_of_other_reservations()
    {
        var producer = await database.AddProducerAsync();
        await database.ReserveAsync(producer, new Interval(Wednesday(12), Wednesday(13)));

        Assert.Equal([producer], (await database.FindAsync(database.Wish(Wednesday(10, 45)))).Producers);
        Assert.Equal(NobodyReason.AllTaken, (await database.FindAsync(database.Wish(Wednesday(11, 0)))).Reason);
        Assert.Equal(NobodyReason.AllTaken, (await database.FindAsync(database.Wish(Wednesday(13, 15)))).Reason);
        Assert.Equal([producer], (await database.FindAsync(database.Wish(Wednesday(13, 30)))).Producers);
    }

    [DatabaseFact]
    public async Task Only_active_and_qualified_producers_count()
    {
        await database.AddProducerAsync(new ProducerSketch { IsActive = false });
        await database.AddProducerAsync(new ProducerSketch { IsQualified = false });
        await database.AddProducerAsync(
            new ProducerSketch { PackageId = await database.AddPackageAsync("mc-premium") });

        var answer = await database.FindAsync(database.Wish(Wednesday(12)));

        Assert.Equal(NobodyReason.NoProducerWorks, answer.Reason);
        Assert.Empty(answer.Alternatives);
    }

    [DatabaseFact]
    public async Task Who_is_off_does_not_work()
    {
        await database.AddProducerAsync(new ProducerSketch { TimeOff = [(Wednesday(0), Wednesday(23))] });

        var answer = await database.FindAsync(database.Wish(Wednesday(12)));

        Assert.Equal(NobodyReason.NoProducerWorks, answer.Reason);
    }

    [DatabaseFact]
    public async Task A_hold_counts_until_it_runs_out_and_never_for_its_own_draft()
    {
        var producer = await database.AddProducerAsync();
        var draft = Guid.NewGuid();
        var wish = database.Wish(Wednesday(12));
        await database.HoldAsync(wish, draft);

        Assert.Equal(NobodyReason.AllTaken, (await database.FindAsync(wish)).Reason);
        Assert.Equal(NobodyReason.AllTaken, (await database.FindAsync(wish, Guid.NewGuid())).Reason);
        Assert.Equal([producer], (await database.FindAsync(wish, draft)).Producers);

        database.Clock.Advance(Duration.FromMinutes(30));

        Assert.Equal([producer], (await database.FindAsync(wish)).Producers);
    }

    [DatabaseFact]
    public async Task The_asked_language_comes_first()
    {
        var english = await database.AddProducerAsync();
        var chinese = await database.AddProducerAsync(new ProducerSketch { Languages = ["zh-Hant"] });
        await database.ReserveAsync(chinese, new Interval(Wednesday(9), Wednesday(10)));

        var answer = await database.FindAsync(database.Wish(Wednesday(12), language: "zh-Hant"));

        Assert.Equal([chinese, english], answer.Producers);
        Assert.Equal(1, answer.Speaking);
    }

    [DatabaseFact]
    public async Task Then_come_the_fewest_reserved_minutes_of_the_week()
    {
        var busy = await database.AddProducerAsync();
        var busyElsewhen = await database.AddProducerAsync(
            new ProducerSketch { LastAssignedAt = Instant.FromUtc(2026, 11, 1, 0, 0) });
        var monday = Wednesday(9) - Duration.FromDays(2);
        await database.ReserveAsync(busy, new Interval(monday, monday + Duration.FromMinutes(15)));
        await database.ReserveAsync(busyElsewhen, Hours(monday - Duration.FromDays(3), 8));
        await database.ReserveAsync(busyElsewhen, Hours(monday + Duration.FromDays(7), 8));

        var answer = await database.FindAsync(database.Wish(Wednesday(12)));

        Assert.Equal([busyElsewhen, busy], answer.Producers);
    }

    [DatabaseTheory]
    [InlineData("Etc/UTC", true)]
    [InlineData("Pacific/Auckland", false)]
    public async Task The_week_is_the_one_of_the_events_zone(string zone, bool isSundayOfThatWeek)
    {
        // Sunday 13:00 UTC is already Monday in Auckland, and so the event's week there.
        var first = await database.AddProducerAsync(new ProducerSketch { Hours = ProducerSketch.EachWorkday(0, 1440) });
        var second = await database.AddProducerAsync(
            new ProducerSketch { Hours = ProducerSketch.EachWorkday(0, 1440) });
        await database.ReserveAsync(first, Hours(Wednesday(13) + Duration.FromDays(4), 1));
        await database.ReserveAsync(second, new Interval(Wednesday(9), Wednesday(9, 30)));

        var answer = await database.FindAsync(database.Wish(Wednesday(12), zone: zone));

        Assert.Equal(isSundayOfThatWeek ? [second, first] : [first, second], answer.Producers);
    }

    [DatabaseFact]
    public async Task The_week_of_a_monday_begins_on_it()
    {
        var first = await database.AddProducerAsync();
        var second = await database.AddProducerAsync();
        var monday = Wednesday(12) - Duration.FromDays(2);
        await database.ReserveAsync(first, Hours(monday - Duration.FromDays(3), 2));
        await database.ReserveAsync(second, Hours(monday + Duration.FromDays(4), 1));

        Assert.Equal([first, second], (await database.FindAsync(database.Wish(monday))).Producers);
    }

    [DatabaseFact]
    public async Task A_reservation_that_began_long_before_counts()
    {
        var producer = await database.AddProducerAsync(
            new ProducerSketch { Hours = ProducerSketch.EachWorkday(0, 1440) });
        await database.ReserveAsync(producer, Hours(Wednesday(0), 24));

        Assert.Equal(NobodyReason.AllTaken, (await database.FindAsync(database.Wish(Wednesday(22)))).Reason);
        Assert.Throws<ArgumentException>(
            () => Reservation.Hold(producer, Hours(Wednesday(0), 25), Guid.NewGuid(), Wednesday(0)));
    }

    [DatabaseFact]
    public async Task Then_comes_who_has_waited_longest_and_then_the_lower_key()
    {
        var lately = await database.AddProducerAsync(
            new ProducerSketch { LastAssignedAt = Instant.FromUtc(2026, 11, 2, 0, 0) });
        var earlier = await database.AddProducerAsync(
            new ProducerSketch { LastAssignedAt = Instant.FromUtc(2026, 11, 1, 0, 0) });
        var never = await database.AddProducerAsync();
        var neverEither = await database.AddProducerAsync();

        var answer = await database.FindAsync(database.Wish(Wednesday(12)));

        Assert.Equal([never, neverEither, earlier, lately], answer.Producers);
    }

    [DatabaseFact]
    public async Task Changed_hours_count_at_once()
    {
        var producer = await database.AddProducerAsync();
        var wish = database.Wish(Wednesday(18));
        Assert.Equal(NobodyReason.NoProducerWorks, (await database.FindAsync(wish)).Reason);

        await database.AddAsync(new WorkingHours
        {
            ProducerId = producer, Day = IsoDayOfWeek.Wednesday, StartMinute = 17 * 60, EndMinute = 20 * 60,
        });
        Assert.Equal([producer], (await database.FindAsync(wish)).Producers);

        await database.AddAsync(new TimeOff { ProducerId = producer, Start = Wednesday(17), End = Wednesday(18) });
        Assert.Equal(NobodyReason.NoProducerWorks, (await database.FindAsync(wish)).Reason);

        await database.InScopeAsync(scope => Db(scope).EditAsync(
            Db(scope).Set<TimeOff>(), off => Db(scope).Remove(off)));
        Assert.Equal([producer], (await database.FindAsync(wish)).Producers);

        await database.InScopeAsync(scope => Db(scope).EditAsync(
            Db(scope).Set<WorkingHours>(), hours => Db(scope).Remove(hours)));
        Assert.Equal(NobodyReason.NoProducerWorks, (await database.FindAsync(wish)).Reason);
    }

    [DatabaseFact]
    public async Task A_time_off_the_grid_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => database.FindAsync(database.Wish(Wednesday(12, 5))));
        await Assert.ThrowsAsync<ArgumentException>(
            () => database.FindAsync(database.Wish(Wednesday(12), minutes: 50)));
    }

    private static Instant Wednesday(int hour, int minute = 0) => Instant.FromUtc(2027, 1, 13, hour, minute);

    private static Interval Hours(Instant start, int hours) => new(start, start + Duration.FromHours(hours));
}

public sealed class AvailabilitySearchOnSqlite() : AvailabilitySearchTests(DatabaseProvider.Sqlite);

public sealed class AvailabilitySearchOnPostgreSql() : AvailabilitySearchTests(DatabaseProvider.PostgreSql);

public sealed class AvailabilitySearchOnSqlServer() : AvailabilitySearchTests(DatabaseProvider.SqlServer);
