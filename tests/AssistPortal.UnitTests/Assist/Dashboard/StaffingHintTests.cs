using AssistPortal.Assist.Dashboard;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Dashboard;

public sealed class StaffingHintTests
{
    // A Wednesday.
    private static readonly LocalDate First = new(2027, 1, 6);

    [Fact]
    public void Two_more_hours_on_Wednesdays_would_have_met_eleven_wishes()
    {
        List<UnmetWork> works =
        [
            .. Enumerable.Range(0, 11).Select(week => Work(First.PlusWeeks(week), 15, 0, 105)),
            .. Enumerable.Range(0, 5).Select(week => Work(First.PlusWeeks(week).PlusDays(1), 9, 0, 45)),
        ];

        var hint = StaffingHint.Of(works)!;

        Assert.Equal(new WeekdayHours(IsoDayOfWeek.Wednesday, new LocalTime(15, 0), 2), hint.Hours);
        Assert.Equal(works.Take(11), hint.Met);
    }

    [Fact]
    public void One_producer_meets_one_wish_at_a_time()
    {
        List<UnmetWork> works =
        [
            Work(First, 15, 0, 60), Work(First, 15, 30, 60), Work(First, 16, 0, 60),
            Work(First.PlusWeeks(1), 15, 0, 60),
        ];

        var met = new WeekdayHours(IsoDayOfWeek.Wednesday, new LocalTime(15, 0), 2).Meet(works);

        Assert.Equal([works[0], works[2], works[3]], met);
    }

    [Fact]
    public void What_does_not_lie_in_the_hours_as_a_whole_is_not_met()
    {
        var hours = new WeekdayHours(IsoDayOfWeek.Wednesday, new LocalTime(23, 0), 2);

        Assert.Single(hours.Meet(
            [Work(First, 23, 0, 120), Work(First, 22, 45, 60), Work(First.PlusDays(1), 23, 0, 60)]));
        Assert.Empty(hours.Meet([Work(First, 23, 0, 135)]));
    }

    [Fact]
    public void A_wish_takes_lead_and_trail_too_on_the_clock_of_the_zone()
    {
        var wish = Wish(Instant.FromUtc(2027, 1, 7, 0, 15), 60);
        var package = Assist.Orders.SampleOrder.Package();

        var work = UnmetWork.Of(wish, package, DateTimeZoneProviders.Tzdb["America/New_York"]);

        var start = (19 * 60) + 15 - package.LeadMinutes;
        Assert.Equal(
            (First, start, start + package.LeadMinutes + 60 + package.TrailMinutes),
            (work.Date, work.StartMinute, work.EndMinute));
    }

    [Fact]
    public void Two_wishes_or_those_of_one_host_are_no_reason_for_more_hours()
    {
        List<UnmetWork> works = [.. Enumerable.Range(0, 3).Select(week => Work(First.PlusWeeks(week), 15, 0, 60))];
        Assert.NotNull(StaffingHint.Of(works));
        Assert.Null(StaffingHint.Of(works.Take(2)));
        var host = Guid.NewGuid();
        Assert.Empty(StaffingHint.AllOf(
            works.Select(work => work with { Wish = work.Wish with { HostUserId = host } })));
    }

    [Fact]
    public void Each_weekday_has_one_hint_the_best_first()
    {
        var hints = StaffingHint.AllOf(
        [
            .. Enumerable.Range(0, 3).Select(week => Work(First.PlusWeeks(week), 9, 0, 60)),
            .. Enumerable.Range(0, 4).Select(week => Work(First.PlusWeeks(week).PlusDays(1), 9, 0, 60)),
            .. Enumerable.Range(0, 4).Select(week => Work(First.PlusWeeks(week).PlusDays(1), 12, 0, 60)),
        ]);

        Assert.Equal(
            [(IsoDayOfWeek.Thursday, 4), (IsoDayOfWeek.Wednesday, 3)],
            hints.Select(hint => (hint.Hours.Day, hint.Met.Count)));
    }

    private static UnmetWork Work(LocalDate date, int hour, int minute, int minutes)
    {
        var start = date.At(new LocalTime(hour, minute)).InUtc().ToInstant();
        return new UnmetWork(Wish(start, minutes), date, (hour * 60) + minute, (hour * 60) + minute + minutes);
    }

    private static UnmetWishFacts Wish(Instant start, int minutes) =>
        new(start - Duration.FromDays(20), start, minutes, 1, Guid.NewGuid(), NobodyReason.AllTaken);
}
