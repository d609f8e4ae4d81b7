using AssistPortal.Assist.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>Hours hold on the wall clock, on the days on which clocks change too.</summary>
public sealed class WorkingTimeTests
{
    [Theory]
    [InlineData("America/New_York", "2027-03-12", "14:00", "22:00")]
    [InlineData("America/New_York", "2027-03-15", "13:00", "21:00")]
    [InlineData("America/New_York", "2027-11-05", "13:00", "21:00")]
    [InlineData("America/New_York", "2027-11-08", "14:00", "22:00")]
    [InlineData("Europe/London", "2027-03-26", "09:00", "17:00")]
    [InlineData("Europe/London", "2027-03-29", "08:00", "16:00")]
    [InlineData("Europe/London", "2027-10-29", "08:00", "16:00")]
    [InlineData("Europe/London", "2027-11-01", "09:00", "17:00")]
    public void The_same_hours_are_other_instants_after_a_change(string zone, string date, string from, string to)
    {
        var day = Date(date);

        var worked = Worked(zone, day, ProducerSketch.EachWorkday(9 * 60, 17 * 60));

        Assert.Equal([(At(day, from), At(day, to))], worked);
    }

    // Midnight to six on the Sunday of the change: the span is an hour (in Lord Howe half an hour) shorter or longer.
    [Theory]
    [InlineData("America/New_York", "2027-03-14", 5.0)]
    [InlineData("America/New_York", "2027-11-07", 7.0)]
    [InlineData("Europe/London", "2027-03-28", 5.0)]
    [InlineData("Europe/London", "2027-10-31", 7.0)]
    [InlineData("Australia/Sydney", "2027-04-04", 7.0)]
    [InlineData("Australia/Sydney", "2027-10-03", 5.0)]
    [InlineData("Australia/Lord_Howe", "2027-04-04", 6.5)]
    [InlineData("Australia/Lord_Howe", "2027-10-03", 5.5)]
    public void A_span_over_a_change_is_as_long_as_it_is_in_fact(string zone, string date, double hours)
    {
        var worked = Worked(zone, Date(date), ProducerSketch.On(IsoDayOfWeek.Sunday, 0, 6 * 60));

        var (from, to) = Assert.Single(worked);
        Assert.Equal(hours, (to - from).TotalHours);
    }

    [Theory]
    [InlineData("America/New_York", "2027-03-14", 150, 240, "07:00", "08:00")]
    [InlineData("America/New_York", "2027-03-14", 60, 150, "06:00", "07:00")]
    [InlineData("Australia/Lord_Howe", "2027-10-03", 135, 180, "15:30", "16:00", -1)]
    public void An_end_that_clocks_skip_is_the_moment_of_the_change(
        string zone, string date, int start, int end, string from, string to, int daysOff = 0)
    {
        var day = Date(date);

        var worked = Worked(zone, day, ProducerSketch.On(IsoDayOfWeek.Sunday, start, end));

        Assert.Equal([(At(day.PlusDays(daysOff), from), At(day.PlusDays(daysOff), to))], worked);
    }

    [Theory]
    [InlineData("America/New_York", "2027-03-14", 130, 170)]
    [InlineData("Europe/London", "2027-03-28", 60, 120)]
    public void Hours_within_the_skipped_hour_are_no_time_at_all(string zone, string date, int start, int end) =>
        Assert.Empty(Worked(zone, Date(date), ProducerSketch.On(IsoDayOfWeek.Sunday, start, end)));

    [Fact]
    public void An_end_that_occurs_twice_is_the_first_of_the_two()
    {
        var day = new LocalDate(2027, 11, 7);

        Assert.Equal(
            [(At(day, "04:00"), At(day, "05:30"))],
            Worked("America/New_York", day, ProducerSketch.On(IsoDayOfWeek.Sunday, 0, 90)));
        Assert.Equal(
            [(At(day, "05:30"), At(day, "08:00"))],
            Worked("America/New_York", day, ProducerSketch.On(IsoDayOfWeek.Sunday, 90, 180)));
    }

    [Fact]
    public void Hours_that_adjoin_join_also_in_a_doubled_hour()
    {
        var day = new LocalDate(2027, 11, 7);

        var worked = Worked("America/New_York", day, ProducerSketch.On(IsoDayOfWeek.Sunday, 0, 90, 90, 180));

        Assert.Equal([(At(day, "04:00"), At(day, "08:00"))], worked);
    }

    [Fact]
    public void A_day_may_have_several_intervals()
    {
        var day = new LocalDate(2027, 1, 13);

        var worked = Worked("Etc/UTC", day, ProducerSketch.EachWorkday(8 * 60, 12 * 60, 13 * 60, 17 * 60));

        Assert.Equal([(At(day, "08:00"), At(day, "12:00")), (At(day, "13:00"), At(day, "17:00"))], worked);
    }

    [Fact]
    public void A_night_shift_goes_on_past_midnight_and_joins_the_next_day()
    {
        var monday = new LocalDate(2027, 1, 11);

        IReadOnlyList<WeeklyHours> night =
            [new(IsoDayOfWeek.Monday, 22 * 60, 30 * 60), new(IsoDayOfWeek.Tuesday, 6 * 60, 8 * 60)];

        Assert.Equal([(At(monday, "22:00"), At(monday.PlusDays(1), "08:00"))], Worked("Etc/UTC", monday, night));
    }

    [Fact]
    public void A_shift_may_end_at_the_end_of_the_second_day()
    {
        var sunday = new LocalDate(2027, 1, 10);

        var worked = Worked("Asia/Kathmandu", sunday, ProducerSketch.On(IsoDayOfWeek.Saturday, 23 * 60, 48 * 60));

        Assert.Equal((At(sunday.PlusDays(-1), "17:15"), At(sunday, "18:15")), Assert.Single(worked));
    }

    [Fact]
    public void On_a_date_of_its_own_other_hours_hold_instead_of_the_weekly_ones()
    {
        var monday = new LocalDate(2027, 1, 11);
        var week = ProducerSketch.EachWorkday(9 * 60, 17 * 60);
        var number = WorkingTime.DayOf(monday);

        Assert.Equal(
            [(At(monday, "06:00"), At(monday, "08:00")), (At(monday, "20:00"), At(monday, "22:00"))],
            Worked(
                "Etc/UTC", monday, week, new DayHours(number, 6 * 60, 8 * 60), new DayHours(number, 20 * 60, 22 * 60)));
        Assert.Empty(Worked("Etc/UTC", monday, week, new DayHours(number, 0, 0)));
    }

    [Fact]
    public void A_night_shift_of_the_day_before_goes_on_into_a_date_of_its_own()
    {
        var monday = new LocalDate(2027, 1, 11);
        var night = ProducerSketch.On(IsoDayOfWeek.Sunday, 22 * 60, 30 * 60);

        Assert.Equal(
            (At(monday.PlusDays(-1), "22:00"), At(monday, "06:00")),
            Assert.Single(Worked("Etc/UTC", monday, night, new DayHours(WorkingTime.DayOf(monday), 0, 0))));
    }

    /// <summary>What is worked around that local day, in spans of instants.</summary>
    private static List<(Instant From, Instant To)> Worked(
        string zone, LocalDate day, IReadOnlyList<WeeklyHours> hours, params DayHours[] exceptions)
    {
        var range = QuarterRange.Touching(
            At(day, "00:00") - Duration.FromHours(18), At(day, "00:00") + Duration.FromHours(42));
        var set = new QuarterHourSet(range);
        WorkingTime.AddTo(set, hours, exceptions, new WallClock(DateTimeZoneProviders.Tzdb[zone], range));
        var spans = new List<(Instant, Instant)>();
        for (var first = set.FirstFrom(range.From); first is not null;)
        {
            var last = first.Value;
            while (set.FirstFrom(last + 1) == last + 1)
            {
                last++;
            }

            spans.Add((QuarterHours.At(first.Value), QuarterHours.At(last + 1)));
            first = set.FirstFrom(last + 1);
        }

        return [.. spans.Where(span => OverlapsLocalDay(span, day, DateTimeZoneProviders.Tzdb[zone]))];
    }

    private static bool OverlapsLocalDay((Instant From, Instant To) span, LocalDate day, DateTimeZone zone) =>
        span.From < zone.AtStartOfDay(day.PlusDays(1)).ToInstant() && span.To > zone.AtStartOfDay(day).ToInstant();

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(LocalDate day, string utc) =>
        day.At(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(utc).Value).InUtc().ToInstant();
}
