using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.UnitTests.Assist.Assignments;

public abstract class ScheduleBoardTests(DatabaseProvider provider) : IAsyncLifetime
{
    // A Wednesday.
    private static readonly LocalDate Day = new(2027, 1, 13);

    private readonly SchedulingDatabase database = new(provider);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Weekly_hours_are_meant_in_the_producers_own_zone()
    {
        await database.AddProducerAsync(new ProducerSketch { Zone = "Asia/Taipei" });

        Assert.Equal("01:00-09:00", Words(Assert.Single(await RowsAsync(Day)).Working));
        Assert.Equal(
            "00:00-04:00 20:00-00:00",
            Words(Assert.Single(await RowsAsync(Day, "America/New_York")).Working, "America/New_York"));
    }

    [DatabaseFact]
    public async Task Work_past_midnight_stands_on_both_days()
    {
        await database.AddProducerAsync(
            new ProducerSketch { Hours = ProducerSketch.On(IsoDayOfWeek.Wednesday, 22 * 60, 30 * 60) });

        Assert.Equal("22:00-00:00", Words(Assert.Single(await RowsAsync(Day)).Working));
        Assert.Equal("00:00-06:00", Words(Assert.Single(await RowsAsync(Day.PlusDays(1))).Working));
        Assert.Equal("22:00-06:00", Words(Assert.Single(await RowsAsync(Day, days: 7)).Working));
    }

    [DatabaseTheory]
    [InlineData(2027, 3, 14, 5)]
    [InlineData(2027, 11, 7, 7)]
    public async Task A_day_of_clock_change_has_the_hours_that_it_has(int year, int month, int day, int hours)
    {
        var date = new LocalDate(year, month, day);
        await database.AddProducerAsync(new ProducerSketch
        {
            Zone = "America/New_York", Hours = ProducerSketch.On(IsoDayOfWeek.Sunday, 0, 6 * 60),
        });

        var working = Assert.Single(Assert.Single(await RowsAsync(date, "America/New_York")).Working);
        Assert.Equal(hours, working.Duration.TotalHours);
    }

    [DatabaseFact]
    public async Task Time_off_is_no_working_time()
    {
        await database.AddProducerAsync(new ProducerSketch
        {
            TimeOff =
            [
                (Instant.FromUtc(2027, 1, 13, 12, 0), Instant.FromUtc(2027, 1, 13, 13, 0)),
                (Instant.FromUtc(2027, 1, 13, 12, 30), Instant.FromUtc(2027, 1, 13, 14, 0)),
            ],
        });

        var row = Assert.Single(await RowsAsync(Day));
        Assert.Equal("09:00-12:00 14:00-17:00", Words(row.Working));
        Assert.Equal("12:00-14:00", Words(row.TimeOff));
    }

    [DatabaseFact]
    public async Task A_hold_is_shown_until_it_runs_out()
    {
        var producer = await database.AddProducerAsync();
        var until = database.Clock.GetCurrentInstant() + Duration.FromMinutes(30);
        await database.AddAsync(Reservation.Hold(producer, At(10, 12), Guid.NewGuid(), until));

        var held = Assert.Single(Assert.Single(await RowsAsync(Day)).Reserved);
        Assert.Equal((At(10, 12), until, null), (held.Time, held.HoldUntil!.Value, held.Order));
        database.Clock.Reset(until);
        Assert.Empty(Assert.Single(await RowsAsync(Day)).Reserved);
    }

    [DatabaseFact]
    public async Task What_touches_the_time_is_shown_whole_and_in_order()
    {
        var producer = await database.AddProducerAsync();
        var over = new Interval(Instant.FromUtc(2027, 1, 12, 22, 0), Instant.FromUtc(2027, 1, 13, 1, 0));
        await database.ReserveAsync(producer, At(14, 15));
        await database.ReserveAsync(producer, over);
        await database.ReserveAsync(
            producer, new Interval(Instant.FromUtc(2027, 1, 14, 0, 0), Instant.FromUtc(2027, 1, 14, 1, 0)));

        Assert.Equal([over, At(14, 15)], Assert.Single(await RowsAsync(Day)).Reserved.Select(item => item.Time));
    }

    [DatabaseFact]
    public async Task Whoever_left_stays_while_there_are_reservations()
    {
        var left = new ProducerSketch { Name = "Gone", IsActive = false };
        var reserved = await database.AddProducerAsync(left);
        await database.AddProducerAsync(left);
        await database.ReserveAsync(reserved, At(10, 12));

        var row = Assert.Single(await RowsAsync(Day));
        Assert.Equal((reserved, false), (row.ProducerId, row.IsActive));
        Assert.Empty(row.Working);
        Assert.Empty(await RowsAsync(Day.PlusDays(1)));
    }

    [DatabaseTheory]
    [InlineData("müller", "Müller")]
    [InlineData("MULLER", "Müller")]
    [InlineData("ｍｕｌ", "Müller")]
    [InlineData("怡", "陳怡君")]
    [InlineData("", "Adams,Müller,陳怡君")]
    [InlineData("nobody", "")]
    [InlineData("%", "")]
    public async Task Names_are_found_by_any_part_of_them_however_typed(string typed, string names)
    {
        foreach (var name in new[] { "陳怡君", "Müller", "Adams" })
        {
            await database.AddProducerAsync(new ProducerSketch { Name = name });
        }

        var found = await ReadAsync(Question(Day) with { Name = typed });
        Assert.Equal(names, string.Join(',', found.Rows.Select(row => row.Name)));
    }

    [DatabaseFact]
    public async Task A_package_leaves_those_who_are_qualified_for_it()
    {
        var other = await database.AddPackageAsync("mc-premium");
        await database.AddProducerAsync(new ProducerSketch { Name = "A" });
        await database.AddProducerAsync(new ProducerSketch { Name = "B", PackageId = other });

        Assert.Equal("B", Assert.Single((await ReadAsync(Question(Day) with { PackageId = other })).Rows).Name);
    }

    [DatabaseTheory]
    [InlineData(-20, -10, false)]
    [InlineData(-20, 0, true)]
    [InlineData(0, 20, true)]
    [InlineData(10, 20, false)]
    [InlineData(null, null, true)]
    public async Task A_qualification_counts_while_it_holds(int? from, int? until, bool isShown)
    {
        await database.AddProducerAsync(new ProducerSketch
        {
            ValidFrom = from is { } first ? Day.PlusDays(first) : null,
            ValidUntil = until is { } last ? Day.PlusDays(last) : null,
        });

        var qualified = await ReadAsync(Question(Day) with { PackageId = database.PackageId });
        Assert.Equal(isShown, qualified.Producers == 1);
        Assert.Single(await RowsAsync(Day));
    }

    [DatabaseFact]
    public async Task Hours_of_a_date_of_its_own_stand_in_for_the_weekly_ones()
    {
        await database.AddProducerAsync(new ProducerSketch
        {
            Exceptions = [(Day, 12 * 60, 14 * 60), (Day.PlusDays(1), 0, 0)],
        });

        Assert.Equal("12:00-14:00", Words(Assert.Single(await RowsAsync(Day)).Working));
        Assert.Empty(Assert.Single(await RowsAsync(Day.PlusDays(1))).Working);
        Assert.Equal("09:00-17:00", Words(Assert.Single(await RowsAsync(Day.PlusDays(2))).Working));
    }

    [DatabaseTheory]
    [InlineData(1, 1, 50)]
    [InlineData(2, 2, 3)]
    [InlineData(99, 2, 3)]
    [InlineData(-1, 1, 50)]
    public async Task Producers_come_in_pages_of_fifty(int asked, int given, int rows)
    {
        await database.InScopeAsync(scope =>
        {
            var db = SchedulingDatabase.Db(scope);
            db.AddRange(Enumerable.Range(0, 53)
                .Select(number => new ProducerSketch { Name = $"P{number:00}" }.ToProducer(database.PackageId)));
            return db.SaveChangesAsync();
        });

        var page = await ReadAsync(Question(Day) with { Page = asked });
        Assert.Equal((given, 2, 53, rows), (page.Page, page.Pages, page.Producers, page.Rows.Count));
        Assert.Equal($"P{(given - 1) * 50:00}", page.Rows[0].Name);
    }

    [DatabaseFact]
    public async Task Nobody_at_all_is_an_empty_page()
    {
        var page = await ReadAsync(Question(Day));
        Assert.Empty(page.Rows);
        Assert.Equal((1, 1, 0), (page.Page, page.Pages, page.Producers));
    }

    private static Interval At(int from, int to) =>
        new(Instant.FromUtc(2027, 1, 13, from, 0), Instant.FromUtc(2027, 1, 13, to, 0));

    private static BoardQuestion Question(LocalDate day, string zone = "Etc/UTC", int days = 1)
    {
        var here = DateTimeZoneProviders.Tzdb[zone];
        return new BoardQuestion(
            new Interval(LocalDays.Of(day, here).Start, LocalDays.Of(day.PlusDays(days - 1), here).End));
    }

    private static string Words(IEnumerable<Interval> times, string zone = "Etc/UTC")
    {
        string Time(Instant instant) => LocalTimePattern.CreateWithInvariantCulture("HH:mm")
            .Format(instant.InZone(DateTimeZoneProviders.Tzdb[zone]).TimeOfDay);
        return string.Join(' ', times.Select(time => $"{Time(time.Start)}-{Time(time.End)}"));
    }

    private async Task<IReadOnlyList<BoardRow>> RowsAsync(LocalDate day, string zone = "Etc/UTC", int days = 1) =>
        (await ReadAsync(Question(day, zone, days))).Rows;

    private Task<BoardPage> ReadAsync(BoardQuestion question) =>
        database.InScopeAsync(scope => scope.GetRequiredService<ScheduleBoard>().ReadAsync(question, default));
}

public sealed class ScheduleBoardOnSqlite() : ScheduleBoardTests(DatabaseProvider.Sqlite);

public sealed class ScheduleBoardOnPostgreSql() : ScheduleBoardTests(DatabaseProvider.PostgreSql);

public sealed class ScheduleBoardOnSqlServer() : ScheduleBoardTests(DatabaseProvider.SqlServer);
