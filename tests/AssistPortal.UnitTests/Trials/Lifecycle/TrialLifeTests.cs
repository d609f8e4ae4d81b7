using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Lifecycle;

/// <summary>What a trial is at a moment follows from its dates alone.</summary>
public sealed class TrialLifeTests
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;

    [Fact]
    public void It_is_active_before_the_first_moment_of_its_end_and_in_grace_from_then_on()
    {
        var life = Life(new LocalDate(2026, 12, 1), 30, "Etc/UTC");

        Assert.Equal(TrialState.Active, life.StateAt(life.EndsAt - Duration.Epsilon));
        Assert.Equal(TrialState.Expired, life.StateAt(life.EndsAt));
    }

    [Fact]
    public void Grace_is_over_thirty_days_after_the_end_when_its_notices_were_written_in_time()
    {
        var life =
            Life(new LocalDate(2026, 12, 1), 30, "Etc/UTC") with { NoticesWrittenOn = new LocalDate(2026, 12, 31) };
        var cutOff = Instant.FromUtc(2027, 1, 30, 0, 0);

        Assert.Equal(TrialState.Expired, life.StateAt(cutOff - Duration.Epsilon));
        Assert.Equal(TrialState.Ended, life.StateAt(cutOff));
        Assert.Equal(Instant.FromUtc(2027, 2, 14, 0, 0), life.NumbersFreeAt(cutOff));
    }

    [Fact]
    public void A_clock_that_was_off_leaves_the_customer_a_week_all_the_same()
    {
        var life =
            Life(new LocalDate(2026, 12, 1), 30, "Etc/UTC") with { NoticesWrittenOn = new LocalDate(2027, 2, 9) };

        Assert.Equal(new LocalDate(2027, 2, 16), life.CutOffDate(Instant.FromUtc(2027, 2, 9, 12, 0)));
        Assert.Equal(TrialState.Expired, life.StateAt(Instant.FromUtc(2027, 2, 15, 23, 59)));
        Assert.Equal(TrialState.Ended, life.StateAt(Instant.FromUtc(2027, 2, 16, 0, 0)));
    }

    [Fact]
    public void While_the_notices_of_the_end_are_not_written_it_does_not_end()
    {
        var life = Life(new LocalDate(2026, 12, 1), 30, "Etc/UTC");

        Assert.Equal(TrialState.Expired, life.StateAt(Instant.FromUtc(2027, 6, 1, 0, 0)));
        Assert.Equal(7, life.DaysLeftAt(Instant.FromUtc(2027, 6, 1, 0, 0)));
    }

    [Fact]
    public void Paid_is_paid_from_the_moment_of_its_conversion()
    {
        var converted = Instant.FromUtc(2026, 12, 20, 10, 0);
        var life = Life(new LocalDate(2026, 12, 1), 30, "Etc/UTC") with { ConvertedAt = converted };

        Assert.Equal(TrialState.Active, life.StateAt(converted - Duration.Epsilon));
        Assert.Equal(TrialState.Paid, life.StateAt(converted));
        Assert.Equal(TrialState.Paid, life.StateAt(converted + Duration.FromDays(400)));
        Assert.Null(life.DaysLeftAt(converted));
    }

    [Theory]
    [InlineData("2028-01-30", 30, "2028-02-29")]
    [InlineData("2027-01-30", 30, "2027-03-01")]
    [InlineData("2027-11-30", 90, "2028-02-28")]
    public void It_lasts_for_days_and_never_for_months(string start, int days, string end) =>
        Assert.Equal(Date(end), Date(start).PlusDays(days));

    [Fact]
    public void Where_midnight_is_missing_a_day_begins_with_its_first_moment()
    {
        // Cairo goes from 23:59 to 01:00 that night.
        var life = new TrialLife(new LocalDate(2026, 3, 25), new LocalDate(2026, 4, 24), Zone("Africa/Cairo"));

        Assert.Equal(Instant.FromUtc(2026, 4, 23, 22, 0), life.EndsAt);
        Assert.Equal(TrialState.Active, life.StateAt(life.EndsAt - Duration.Epsilon));
        Assert.Equal(TrialState.Expired, life.StateAt(life.EndsAt));
    }

    [Fact]
    public void Where_midnight_comes_twice_a_day_begins_with_the_first()
    {
        // Havana goes from 00:59 back to 00:00 that night: daylight time is UTC-4.
        var life = new TrialLife(new LocalDate(2026, 10, 2), new LocalDate(2026, 11, 1), Zone("America/Havana"));

        Assert.Equal(Instant.FromUtc(2026, 11, 1, 4, 0), life.EndsAt);
    }

    [Fact]
    public void Days_left_are_those_of_the_customers_calendar()
    {
        var life = new TrialLife(new LocalDate(2027, 3, 1), new LocalDate(2027, 3, 31), Zone("Pacific/Honolulu"));

        // It is the 25th already in Tokyo, where the partner looks.
        var now = Instant.FromUtc(2027, 3, 25, 5, 0);
        Assert.Equal(7, life.DaysLeftAt(now));
        Assert.Equal(6, life.DaysLeftAt(Instant.FromUtc(2027, 3, 25, 10, 0)));
    }

    [Fact]
    public void A_start_late_in_the_evening_across_the_spring_change_counts_the_customers_days()
    {
        var zone = Zone("America/Los_Angeles");
        var started = new LocalDateTime(2027, 2, 20, 23, 30).InZoneStrictly(zone).ToInstant();
        var start = started.InZone(zone).Date;
        var life = new TrialLife(start, start.PlusDays(30), zone);

        Assert.Equal(new LocalDate(2027, 3, 22), life.End);
        Assert.Equal(Instant.FromUtc(2027, 3, 22, 7, 0), life.EndsAt);
        Assert.Equal(30, life.DaysLeftAt(started));
    }

    private static TrialLife Life(LocalDate start, int days, string zone) =>
        new(start, start.PlusDays(days), Zone(zone));

    private static DateTimeZone Zone(string id) => id == "Etc/UTC" ? Utc : DateTimeZoneProviders.Tzdb[id];

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
