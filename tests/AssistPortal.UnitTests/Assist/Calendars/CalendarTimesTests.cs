using AssistPortal.Assist.Calendars;
using AssistPortal.Assist.Producers;
using AssistPortal.TestSupport.Directories;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Calendars;

/// <summary>What is read from somebody's calendar, and what is refused.</summary>
public sealed class CalendarTimesTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly Interval Horizon =
        new(Instant.FromUtc(2026, 12, 1, 0, 0), Instant.FromUtc(2027, 12, 31, 0, 0));

    [Theory]
    [InlineData("DTSTART:20270104T150000Z\nDTEND:20270104T160000Z", "2027-01-04T15:00:00Z/2027-01-04T16:00:00Z")]
    [InlineData(
        "DTSTART;TZID=Europe/Berlin:20270104T150000\nDURATION:PT30M", "2027-01-04T14:00:00Z/2027-01-04T14:30:00Z")]
    [InlineData(
        "DTSTART;TZID=W. Europe Standard Time:20270104T150000\nDTEND;TZID=W. Europe Standard Time:20270104T160000",
        "2027-01-04T14:00:00Z/2027-01-04T15:00:00Z")]
    [InlineData(
        "DTSTART;TZID=\"Customized Time Zone\":20270104T090000\nDTEND;TZID=Customized Time Zone:20270104T100000",
        "2027-01-04T14:00:00Z/2027-01-04T15:00:00Z")]
    [InlineData("DTSTART:20270104T090000\nDTEND:20270104T100000", "2027-01-04T14:00:00Z/2027-01-04T15:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20270704\nDTEND;VALUE=DATE:20270706", "2027-07-04T04:00:00Z/2027-07-06T04:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20270104", "2027-01-04T05:00:00Z/2027-01-05T05:00:00Z")]
    [InlineData(
        "DTSTART:20261128T000000Z\nDTEND:20261202T000000Z", "2026-11-28T00:00:00Z/2026-12-02T00:00:00Z")]
    [InlineData(
        "DTSTART;TZID=America/New_York:20270312T090000\nDTEND;TZID=America/New_York:20270312T100000\n"
            + "RRULE:FREQ=WEEKLY;COUNT=2",
        "2027-03-12T14:00:00Z/2027-03-12T15:00:00Z 2027-03-19T13:00:00Z/2027-03-19T14:00:00Z")]
    [InlineData(
        "DTSTART:20260105T150000Z\nDTEND:20260105T160000Z\nRRULE:FREQ=MONTHLY;UNTIL=20270106T000000Z\n"
            + "EXDATE:20261205T150000Z",
        "2027-01-05T15:00:00Z/2027-01-05T16:00:00Z")]
    [InlineData("DTSTART:20270104T150000Z\nDTEND:20270104T160000Z\nTRANSP:TRANSPARENT", "")]
    [InlineData("DTSTART:20270104T150000Z\nDTEND:20270104T160000Z\nSTATUS:CANCELLED", "")]
    [InlineData("DTSTART:20270104T150000Z\nDTEND:20270104T150000Z", "")]
    [InlineData("DTSTART:20250104T150000Z\nDTEND:20250104T160000Z", "")]
    [InlineData("DTSTART:20290104T150000Z\nDTEND:20290104T160000Z", "")]
    public void Busy_times_are_those_that_somebody_is_busy_in(string lines, string expected)
    {
        var (times, fault) = Read(CalendarStub.Of(lines.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Null(fault);
        Assert.Equal(expected, string.Join(' ', times!));
    }

    [Fact]
    public void An_instance_that_was_moved_or_called_off_stands_in_for_its_own_and_what_touches_is_one()
    {
        const string Series = "UID:series\r\nDTSTAMP:20260101T000000Z\r\n";
        var (times, _) = Read(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
            + $"BEGIN:VEVENT\r\n{Series}DTSTART:20270104T100000Z\r\nDTEND:20270104T110000Z\r\n"
            + "RRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\n"
            + $"BEGIN:VEVENT\r\n{Series}RECURRENCE-ID:20270105T100000Z\r\nDTSTART:20270105T120000Z\r\n"
            + "DTEND:20270105T130000Z\r\nEND:VEVENT\r\n"
            + $"BEGIN:VEVENT\r\n{Series}RECURRENCE-ID:20270106T100000Z\r\nDTSTART:20270106T100000Z\r\n"
            + "DTEND:20270106T110000Z\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
            + "BEGIN:VEVENT\r\nUID:next\r\nDTSTART:20270104T110000Z\r\nDTEND:20270104T120000Z\r\nEND:VEVENT\r\n"
            + "BEGIN:VEVENT\r\nUID:production-1@assistportal\r\nDTSTART:20270108T110000Z\r\n"
            + "DTEND:20270108T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        Assert.Equal(
            "2027-01-04T10:00:00Z/2027-01-04T12:00:00Z 2027-01-05T12:00:00Z/2027-01-05T13:00:00Z",
            string.Join(' ', times!));
    }

    [Theory]
    [InlineData("DTSTART:20270104T150000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY", CalendarFault.TooLarge)]
    [InlineData("DTSTART:19700104T150000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=MINUTELY", CalendarFault.TooLarge)]
    [InlineData("DTSTART:00010101T000000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY", CalendarFault.TooLarge)]
    [InlineData(
        "DTSTART:20270104T150000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40,50",
        CalendarFault.TooLarge)]
    [InlineData(
        "DTSTART:20270104T150000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY", CalendarFault.TooLarge)]
    public void A_rule_that_would_cost_too_much_is_refused_at_once(string lines, CalendarFault fault) =>
        Assert.Equal((null, fault), Read(CalendarStub.Of(lines)));

    [Fact]
    public void Rules_that_cost_too_much_together_are_refused_at_once_and_those_of_a_busy_life_are_read()
    {
        const string Daily = "DTSTART:19000104T150000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY;COUNT=100000";
        Assert.Equal(
            (null, CalendarFault.TooLarge), Read(CalendarStub.Of([.. Enumerable.Repeat(Daily, 5000)])));

        const string Weekly = "DTSTART:20160104T150000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
        var (times, fault) = Read($"\uFEFF{CalendarStub.Of([.. Enumerable.Repeat(Weekly, 50)])}");
        Assert.Null(fault);
        Assert.InRange(times!.Count, 270, 300);
    }

    [Fact]
    public void A_rule_that_never_comes_true_ends()
    {
        var (times, fault) = Read(CalendarStub.Of(
            "DTSTART:20270131T150000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
        Assert.True(fault is not null || times!.Count <= 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:not a time\r\nRRULE:FREQ=SOMETIMES\r\nEND:VEVENT")]
    public void What_is_no_calendar_is_told(string text) =>
        Assert.Equal(CalendarFault.NotACalendar, Read(text).Fault);

    private static (IReadOnlyList<Interval>? Times, CalendarFault? Fault) Read(string text) =>
        CalendarTimes.In(text, Horizon, NewYork, CancellationToken.None);
}
