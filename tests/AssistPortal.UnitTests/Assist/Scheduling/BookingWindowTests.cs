using AssistPortal.Assist.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public sealed class BookingWindowTests
{
    [Theory]
    [InlineData("Etc/UTC", "2026-12-15", "2027-12-01")]
    [InlineData("Pacific/Kiritimati", "2026-12-16", "2027-12-02")]
    [InlineData("Pacific/Pago_Pago", "2026-12-15", "2027-12-01")]
    [InlineData("Asia/Taipei", "2026-12-15", "2027-12-01")]
    public void Days_are_counted_in_the_events_zone(string zone, string first, string last)
    {
        var window = At(Instant.FromUtc(2026, 12, 1, 12, 0), zone, new BookingOptions());

        Assert.Equal((first, last), ($"{window.First:uuuu-MM-dd}", $"{window.Last:uuuu-MM-dd}"));
    }

    [Fact]
    public void West_of_the_date_line_it_is_still_yesterday() =>
        Assert.Equal(
            new LocalDate(2026, 12, 14),
            At(Instant.FromUtc(2026, 12, 1, 9, 0), "Pacific/Pago_Pago", new BookingOptions()).First);

    [Theory]
    [InlineData(2027, 1, 31, 1, "2027-02-28")]
    [InlineData(2027, 12, 31, 2, "2028-02-29")]
    [InlineData(2028, 2, 29, 12, "2029-02-28")]
    [InlineData(2027, 3, 30, 1, "2027-04-30")]
    public void The_horizon_ends_at_the_end_of_a_shorter_month(int year, int month, int day, int months, string last)
    {
        var window = At(
            Instant.FromUtc(year, month, day, 9, 0), "Etc/UTC", new BookingOptions { HorizonMonths = months });

        Assert.Equal(last, $"{window.Last:uuuu-MM-dd}");
    }

    [Fact]
    public void Starts_run_from_midnight_of_the_first_day_to_the_end_of_the_last()
    {
        var window = At(Instant.FromUtc(2026, 12, 1, 9, 0), "America/New_York", new BookingOptions());

        Assert.Equal(Instant.FromUtc(2026, 12, 15, 5, 0), window.Starts.Start);
        Assert.Equal(Instant.FromUtc(2027, 12, 2, 5, 0), window.Starts.End);
    }

    [Fact]
    public void Without_a_lead_time_starts_begin_now_and_not_at_midnight()
    {
        var now = Instant.FromUtc(2026, 12, 1, 9, 7);

        var window = At(now, "Asia/Taipei", new BookingOptions { LeadTimeDays = 0 });

        Assert.Equal(new LocalDate(2026, 12, 1), window.First);
        Assert.Equal(now, window.Starts.Start);
    }

    [Fact]
    public void At_short_notice_an_order_takes_as_long_as_a_change()
    {
        var now = Instant.FromUtc(2026, 12, 1, 23, 7);

        var window = At(now, "Etc/UTC", new BookingOptions { UpdateNoticeHours = 30 }, LeadTime.Short);

        Assert.Equal(new LocalDate(2026, 12, 3), window.First);
        Assert.Equal(now + Duration.FromHours(30), window.Starts.Start);
        Assert.Equal(At(now, "Etc/UTC", new BookingOptions()).Last, window.Last);
    }

    [Fact]
    public void Without_a_lead_time_an_order_may_start_at_any_time_that_is_still_to_come()
    {
        var now = Instant.FromUtc(2026, 12, 1, 23, 7);

        var window = At(now, "Etc/UTC", new BookingOptions(), LeadTime.Waived);

        Assert.Equal((new LocalDate(2026, 12, 1), now), (window.First, window.Starts.Start));
    }

    [Fact]
    public void Short_notice_takes_no_longer_than_the_lead_time() => Assert.Equal(
        At(
            Instant.FromUtc(2026, 12, 1, 9, 0),
            "Etc/UTC",
            new BookingOptions { LeadTimeDays = 1, UpdateNoticeHours = 72 }),
        At(
            Instant.FromUtc(2026, 12, 1, 9, 0),
            "Etc/UTC",
            new BookingOptions { LeadTimeDays = 1, UpdateNoticeHours = 72 },
            LeadTime.Short));

    [Fact]
    public void A_lead_time_beyond_the_horizon_leaves_no_start()
    {
        var window = At(
            Instant.FromUtc(2026, 12, 1, 9, 0),
            "Etc/UTC",
            new BookingOptions { LeadTimeDays = 365, HorizonMonths = 1 });

        Assert.Equal(Duration.Zero, window.Starts.Duration);
        Assert.False(window.Starts.Contains(window.Starts.Start));
    }

    [Fact]
    public void A_day_that_begins_after_midnight_begins_at_its_first_moment()
    {
        // Santiago's clocks skip the first hour of 2027-09-05.
        var window = At(Instant.FromUtc(2027, 8, 22, 12, 0), "America/Santiago", new BookingOptions());

        Assert.Equal(new LocalDate(2027, 9, 5), window.First);
        Assert.Equal(Instant.FromUtc(2027, 9, 5, 4, 0), window.Starts.Start);
    }

    [Fact]
    public void Every_start_in_every_zone_lies_on_a_day_of_the_window_and_after_now() =>
        Prop.ForAll(
            (from hours in Gen.Choose(0, 24 * 800)
             from id in Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray())
             from lead in Gen.Elements(0, 1, 14, 400)
             from horizon in Gen.Elements(1, 12, 60)
             select (Now: Instant.FromUtc(2026, 1, 1, 0, 7)
                 + Duration.FromHours(hours), Zone: id, lead, horizon)).ToArbitrary(),
            drawn =>
            {
                var window = At(
                    drawn.Now,
                    drawn.Zone,
                    new BookingOptions { LeadTimeDays = drawn.lead, HorizonMonths = drawn.horizon });
                var starts = window.Starts;
                Assert.True(starts.Start >= drawn.Now);
                if (starts.Duration > Duration.Zero)
                {
                    Assert.True(starts.Start.InZone(window.Zone).Date >= window.First);
                    Assert.Equal(window.Last, (starts.End - Duration.FromSeconds(1)).InZone(window.Zone).Date);
                    Assert.True((starts.Start - Duration.FromSeconds(1)).InZone(window.Zone).Date < window.First
                        || drawn.lead == 0);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static BookingWindow At(
        Instant now, string zone, BookingOptions options, LeadTime leadTime = LeadTime.Usual) =>
        BookingWindow.At(now, DateTimeZoneProviders.Tzdb[zone], options, leadTime);
}
