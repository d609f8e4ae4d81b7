using AssistPortal.Assist.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public sealed class LocalDaysTests
{
    [Theory]
    [InlineData("America/New_York", "2027-03-13", 24.0)]
    [InlineData("America/New_York", "2027-03-14", 23.0)]
    [InlineData("America/New_York", "2027-11-07", 25.0)]
    [InlineData("Australia/Lord_Howe", "2027-04-04", 24.5)]
    [InlineData("Australia/Lord_Howe", "2027-10-03", 23.5)]
    [InlineData("Africa/Cairo", "2027-04-30", 23.0)]
    [InlineData("Pacific/Apia", "2011-12-30", 0.0)]
    [InlineData("Etc/UTC", "2027-03-14", 24.0)]
    public void A_day_is_as_long_as_it_is_in_fact(string zone, string date, double hours) =>
        Assert.Equal(hours, LocalDays.Of(Date(date), DateTimeZoneProviders.Tzdb[zone]).Duration.TotalHours);

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-28")]
    [InlineData("America/Havana", "2027-11-06")]
    [InlineData("America/Santiago", "2027-09-04")]
    [InlineData("Asia/Beirut", "2027-10-30")]
    public void Days_adjoin_also_where_midnight_is_skipped_or_comes_twice(string zone, string date)
    {
        var days = Enumerable.Range(0, 4)
            .Select(number => LocalDays.Of(Date(date).PlusDays(number), DateTimeZoneProviders.Tzdb[zone]))
            .ToList();

        Assert.Equal(days.Skip(1).Select(day => day.Start), days.Take(3).Select(day => day.End));
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
