using AssistPortal.Web.Features.Staff.Schedule;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Staff;

public sealed class ScheduleDayTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void A_usual_day_has_24_hours_of_four_quarters()
    {
        var day = new ScheduleDay(new LocalDate(2027, 1, 13), NewYork);

        Assert.Equal(Enumerable.Range(0, 24), day.Hours.Select(hour => hour.Start.Hour));
        Assert.Equal(96, day.Quarters);
        Assert.False(day.HasClockChange);
        Assert.Equal(new ScheduleBar("37.5%", "50%"), day.BarOf(Hours(2027, 1, 13, 14, 26)));
    }

    [Fact]
    public void In_spring_the_skipped_hour_is_not_drawn()
    {
        var day = new ScheduleDay(new LocalDate(2027, 3, 14), NewYork);

        Assert.Equal([0, 1, 3, 4], day.Hours.Take(4).Select(hour => hour.Start.Hour));
        Assert.Equal((92, 23 * 60, true), (day.Quarters, day.Minutes, day.HasClockChange));
    }

    [Fact]
    public void In_autumn_the_doubled_hour_is_drawn_twice()
    {
        var day = new ScheduleDay(new LocalDate(2027, 11, 7), NewYork);

        Assert.Equal([0, 1, 1, 2], day.Hours.Take(4).Select(hour => hour.Start.Hour));
        Assert.Equal([-4, -5], day.Hours.Skip(1).Take(2).Select(hour => hour.Start.Offset.Seconds / 3600));
        Assert.Equal(100, day.Quarters);
        Assert.Equal(new ScheduleBar("8%", "4%"), day.BarOf(Hours(2027, 11, 7, 6, 7)));
    }

    [Fact]
    public void Half_an_hour_may_be_skipped_or_doubled_too()
    {
        var lordHowe = DateTimeZoneProviders.Tzdb["Australia/Lord_Howe"];

        Assert.Equal(94, new ScheduleDay(new LocalDate(2027, 10, 3), lordHowe).Quarters);
        Assert.Equal(98, new ScheduleDay(new LocalDate(2027, 4, 4), lordHowe).Quarters);
    }

    [Fact]
    public void What_lies_on_another_day_is_cut_off()
    {
        var day = new ScheduleDay(new LocalDate(2027, 1, 13), NewYork);

        Assert.Equal(new ScheduleBar("0%", "12.5%"), day.BarOf(Hours(2027, 1, 13, 0, 8)));
        Assert.Null(day.BarOf(Hours(2027, 1, 13, 0, 5)));
        Assert.Null(day.PlaceOf(Instant.FromUtc(2027, 1, 14, 5, 0)));
        Assert.Equal("0%", day.PlaceOf(Instant.FromUtc(2027, 1, 13, 5, 0)));
    }

    [Fact]
    public void A_day_that_the_zone_skipped_is_empty()
    {
        var day = new ScheduleDay(new LocalDate(2011, 12, 30), DateTimeZoneProviders.Tzdb["Pacific/Apia"]);

        Assert.Empty(day.Hours);
        Assert.Null(day.BarOf(new Interval(day.Start - Duration.FromHours(5), day.End + Duration.FromHours(5))));
    }

    private static Interval Hours(int year, int month, int day, int from, int to)
    {
        var midnight = Instant.FromUtc(year, month, day, 0, 0);
        return new Interval(midnight + Duration.FromHours(from), midnight + Duration.FromHours(to));
    }
}
