using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport;
using AssistPortal.UnitTests.Texts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Web.Ordering;

/// <summary>It is 2026-12-01 09:00 UTC, 04:00 in New York.</summary>
public sealed class AvailabilityReaderTests : IDisposable
{
    private readonly MailCulture culture = MailCulture.Of("en");
    private readonly ModelStateDictionary errors = new();

    public void Dispose() => culture.Dispose();

    [Fact]
    public void Date_time_and_zone_make_one_moment()
    {
        var time = Read(Input("2027-03-16", "9:30", minutes: "９０"));

        Assert.Equal(
            new EventTime
            {
                Start = Instant.FromUtc(2027, 3, 16, 13, 30),
                DurationMinutes = 90,
                TimeZone = "America/New_York",
            }, time);
        Assert.True(errors.IsValid);
    }

    [Fact]
    public void A_time_that_clocks_skip_names_the_next_valid_one()
    {
        Assert.Null(Read(Input("2027-03-14", "02:15")));

        Assert.Matches(
            @"^In America/New York clocks skip this time that night\. "
                + @"The next time there is: Sunday, March 14, 2027, 3:00\sAM\.$",
            ErrorOf("StartTime"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("both")]
    [InlineData("7")]
    public void A_doubled_time_asks_which_is_meant(string? fold)
    {
        Assert.Null(Read(Input("2027-11-07", "01:30", fold: fold)));

        Assert.Equal("Choose which of the two equal times you mean.", ErrorOf("Fold"));
    }

    [Theory]
    [InlineData("earlier", 5)]
    [InlineData("Later", 6)]
    public void An_answered_one_is_read(string fold, int hourUtc) =>
        Assert.Equal(Instant.FromUtc(2027, 11, 7, hourUtc, 30), Read(Input("2027-11-07", "01:30", fold: fold))?.Start);

    [Fact]
    public void An_answer_that_no_longer_matters_is_passed_over() =>
        Assert.NotNull(Read(Input("2027-11-08", "01:30", fold: "later")));

    [Theory]
    [InlineData("2026-12-15", null)]
    [InlineData(
        "2026-12-14",
        "An order has to be placed at least 14 days before the day of the event. The first possible day is Tuesday, "
            + "December 15, 2026.")]
    [InlineData(
        "2020-01-01",
        "An order has to be placed at least 14 days before the day of the event. The first possible day is Tuesday, "
            + "December 15, 2026.")]
    [InlineData("2027-12-01", null)]
    [InlineData(
        "2027-12-02",
        "An event can be ordered at most 12 months ahead. The last possible day is Wednesday, December 1, 2027.")]
    public void The_first_and_last_possible_day_are_told(string date, string? error)
    {
        var time = Read(Input(date, "23:45"));

        Assert.Equal(error is null, time is not null);
        Assert.Equal(error, ErrorOf("StartDate"));
    }

    [Fact]
    public void Days_count_in_the_events_zone()
    {
        var clock = Instant.FromUtc(2026, 12, 1, 2, 0);

        Assert.NotNull(Read(Input("2026-12-14", "09:00"), clock: clock));
        Assert.Null(Read(Input("2026-12-14", "09:00", zone: "Asia/Taipei"), clock: clock));
    }

    [Theory]
    [InlineData("04:15", null)]
    [InlineData("03:45", "Choose a time that is still to come.")]
    public void Without_a_lead_time_the_event_still_lies_ahead(string time, string? error)
    {
        Read(Input("2026-12-01", time), new BookingOptions { LeadTimeDays = 0 });

        Assert.Equal(error, ErrorOf("StartTime"));
    }

    [Theory]
    [InlineData("2026-12-02", "04:00", null)]
    [InlineData("2026-12-02", "03:45", "Choose a time at least 24 hours away.")]
    [InlineData("2026-11-30", "09:00", "Choose a time at least 24 hours away.")]
    public void At_short_notice_hours_count_instead_of_days(string date, string time, string? error)
    {
        Read(Input(date, time), leadTime: LeadTime.Short);

        Assert.Equal(error, ErrorOf("StartTime"));
        Assert.Null(ErrorOf("StartDate"));
    }

    [Theory]
    [InlineData(null, "09:30", "60", "America/New_York")]
    [InlineData("2027-03-16", "x", "60", "America/New_York")]
    [InlineData("2027-03-16", "09:30", "x", "America/New_York")]
    [InlineData("2027-03-16", "09:30", "60", "Mars/Base")]
    public void What_the_validator_has_told_already_is_not_told_twice(
        string? date, string time, string minutes, string zone)
    {
        Assert.Null(Read(Input(date, time, minutes, zone)));

        Assert.True(errors.IsValid);
    }

    [Fact]
    public void The_two_moments_of_a_doubled_time_are_shown_even_after_one_was_chosen()
    {
        var doubled = DoubledOf(Input("2027-11-07", "01:30", fold: "later"));

        Assert.Equal(Offset.FromHours(-4), doubled?.Earlier.Offset);
        Assert.Equal(Offset.FromHours(-5), doubled?.Later.Offset);
        Assert.Null(DoubledOf(Input("2027-11-08", "01:30")));
        Assert.Null(DoubledOf(new AvailabilityInput()));
    }

    private EventTime? Read(
        AvailabilityInput input,
        BookingOptions? options = null,
        Instant? clock = null,
        LeadTime leadTime = LeadTime.Usual) =>
        new AvailabilityReader(
            new AvailabilityValidator(
                Localizers.Of<OrderingTexts>(), Localizers.Of<TimesTexts>(), Localizers.Of<SharedTexts>()),
            Localizers.Of<OrderingTexts>(),
            Localizers.Of<TimesTexts>(),
            Options.Create(options ?? new BookingOptions()),
            new FakeClock(clock ?? TestClock.AtStartOfDecember2026().GetCurrentInstant()))
            .ReadTime(input, leadTime, errors);

    private static LocalTimeReading.Doubled? DoubledOf(AvailabilityInput input) =>
        input.Doubled(Tolerant.Zone(input.TimeZone));

    private string? ErrorOf(string field) => errors[field]?.Errors.Single().ErrorMessage;

    private static AvailabilityInput Input(
        string? date, string time, string minutes = "60", string zone = "America/New_York", string? fold = null) =>
        new()
            {
                StartDate = date, StartTime = time, TimeZone = zone, DurationMinutes = minutes, Fold = fold,
            };
}
