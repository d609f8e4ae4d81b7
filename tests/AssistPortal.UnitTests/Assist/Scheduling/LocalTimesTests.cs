using AssistPortal.Assist.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public sealed class LocalTimesTests
{
    [Fact]
    public void An_ordinary_time_is_one_moment()
    {
        var read = Assert.IsType<LocalTimeReading.Read>(
            Read("America/New_York", new LocalDateTime(2027, 3, 16, 9, 30)));

        Assert.Equal(Instant.FromUtc(2027, 3, 16, 13, 30), read.Time.ToInstant());
        Assert.Null(LocalTimes.FoldOf(read.Time));
    }

    [Theory]
    [InlineData("America/New_York", "2027-03-14T02:00", "2027-03-14T03:00")]
    [InlineData("America/New_York", "2027-03-14T02:45", "2027-03-14T03:00")]
    [InlineData("Australia/Lord_Howe", "2027-10-03T02:15", "2027-10-03T02:30")]
    [InlineData("America/Santiago", "2027-09-05T00:30", "2027-09-05T01:00")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00", "2011-12-31T00:00")]
    [InlineData("Africa/Monrovia", "1972-01-07T00:15", "1972-01-07T00:45")]
    public void A_skipped_time_names_the_next_quarter_hour_that_exists(string zone, string local, string next)
    {
        var skipped = Assert.IsType<LocalTimeReading.Skipped>(Read(zone, Local(local)));

        Assert.Equal(Local(next), skipped.NextValid);
    }

    [Fact]
    public void Naming_which_of_two_is_meant_does_not_make_a_skipped_time_exist() =>
        Assert.IsType<LocalTimeReading.Skipped>(Read("America/New_York", Local("2027-03-14T02:30"), Fold.Later));

    [Theory]
    [InlineData("America/New_York", "2027-11-07T01:30", 60)]
    [InlineData("America/New_York", "2027-11-07T01:00", 60)]
    [InlineData("Australia/Lord_Howe", "2027-04-04T01:45", 30)]
    [InlineData("Antarctica/Troll", "2027-10-31T02:30", 120)]
    public void A_doubled_time_asks_which_is_meant(string zone, string local, int minutesApart)
    {
        var doubled = Assert.IsType<LocalTimeReading.Doubled>(Read(zone, Local(local)));

        Assert.Equal(Duration.FromMinutes(minutesApart), doubled.Later.ToInstant() - doubled.Earlier.ToInstant());
        Assert.Equal(new LocalTimeReading.Read(doubled.Earlier), Read(zone, Local(local), Fold.Earlier));
        Assert.Equal(new LocalTimeReading.Read(doubled.Later), Read(zone, Local(local), Fold.Later));
        Assert.Equal(Fold.Earlier, LocalTimes.FoldOf(doubled.Earlier));
        Assert.Equal(Fold.Later, LocalTimes.FoldOf(doubled.Later));
    }

    [Fact]
    public void The_first_moment_after_the_doubled_ones_is_single_again() =>
        Assert.IsType<LocalTimeReading.Read>(Read("America/New_York", Local("2027-11-07T02:00")));

    [Fact]
    public void Every_reading_in_every_zone_means_what_was_typed() =>
        Prop.ForAll(
            (from zone in Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray())
             from transition in Gen.Choose(0, 7)
             from quarters in Gen.Choose(-12, 12)
             select (zone, transition, quarters)).ToArbitrary(),
            drawn =>
            {
                var zone = DateTimeZoneProviders.Tzdb[drawn.zone];
                var local = NearTransition(zone, drawn.transition).PlusMinutes(drawn.quarters * QuarterHours.Minutes);
                switch (LocalTimes.Read(local, zone, fold: null))
                {
                    case LocalTimeReading.Read(var time):
                        Assert.Equal(local, time.LocalDateTime);
                        Assert.Null(LocalTimes.FoldOf(time));
                        break;
                    case LocalTimeReading.Doubled(var earlier, var later):
                        Assert.Equal((local, local), (earlier.LocalDateTime, later.LocalDateTime));
                        Assert.True(earlier.ToInstant() < later.ToInstant());
                        break;
                    case LocalTimeReading.Skipped(var next):
                        Assert.Equal(0, next.Minute % QuarterHours.Minutes);
                        Assert.NotEqual(0, zone.MapLocal(next).Count);
                        for (var at = local; at < next; at = at.PlusMinutes(QuarterHours.Minutes))
                        {
                            Assert.Equal(0, zone.MapLocal(at).Count);
                        }

                        break;
                }
            }).Check(Checks.Fixed(2_000));

    private static LocalDateTime NearTransition(DateTimeZone zone, int number)
    {
        var transitions = zone.GetZoneIntervals(
            new NodaTime.Interval(Instant.FromUtc(2025, 1, 1, 0, 0), Instant.FromUtc(2029, 1, 1, 0, 0)))
            .Where(interval => interval.HasStart && interval.Start > Instant.FromUtc(2025, 1, 1, 0, 0))
            .ToList();
        var local = transitions.Count > number
            ? transitions[number].IsoLocalStart
            : new LocalDateTime(2027, 6, 1, 12, 0);
        return local.With(
            (LocalTime time) => new LocalTime(time.Hour, time.Minute / QuarterHours.Minutes * QuarterHours.Minutes));
    }

    private static LocalTimeReading Read(string zone, LocalDateTime local, Fold? fold = null) =>
        LocalTimes.Read(local, DateTimeZoneProviders.Tzdb[zone], fold);

    private static LocalDateTime Local(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(text).Value;
}
