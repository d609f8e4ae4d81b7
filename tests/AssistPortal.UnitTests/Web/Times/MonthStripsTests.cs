using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Times;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Times;

public sealed class MonthStripsTests
{
    private static readonly LocalDate LastOfNovember = new(2026, 11, 30);

    [Fact]
    public async Task On_the_last_day_of_a_month_without_a_free_time_the_next_month_is_shown()
    {
        var model = await ShownAsync(from: null, freeOn: new LocalDate(2026, 12, 3));
        Assert.Equal(
            (new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 3)), (model.Month, model.Chosen));
        Assert.Equal(new LocalDate(2026, 11, 1), model.Earlier);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_month_that_somebody_asked_for_and_one_with_a_free_time_stay(bool isAskedFor)
    {
        var model = await ShownAsync(
            isAskedFor ? LastOfNovember : null, isAskedFor ? new LocalDate(2026, 12, 3) : LastOfNovember);
        Assert.Equal(new LocalDate(2026, 11, 1), model.Month);
    }

    private static Task<FreeTimesModel> ShownAsync(LocalDate? from, LocalDate freeOn)
    {
        var frame = new FreeTimesFrame(
            Address: null,
            DateTimeZone.Utc,
            DurationMinutes: 60,
            new Interval(Instant.FromUtc(2026, 11, 30, 20, 0), Instant.FromUtc(2027, 11, 30, 0, 0)),
            (first, days, _) => Task.FromResult(new FreeTimes([.. Days(first, days)])));
        return MonthStrips.OfAsync(frame, typed: null, from, CancellationToken.None);

        IEnumerable<FreeDay> Days(LocalDate first, int days) =>
            from day in Enumerable.Range(0, days).Select(first.PlusDays)
            select new FreeDay(
                day, day == freeOn ? [new FreeRange(new LocalTime(9, 0), new LocalTime(10, 0))] : [], 1);
    }
}
