using System.Text;
using AssistPortal.Mail.Calendars;
using AssistPortal.TestSupport.Mail;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Calendars;

public sealed class CalendarWriterTests
{
    private const string Awkward = "Quarterly; review, \\ path: 會議協助 🎉 \"quoted\"\r\nשורה שנייה\rthird\nfourth";

    private static CalendarEvent Event => new()
    {
        Uid = "order-1@portal.example",
        Sequence = 0,
        Start = Instant.FromUtc(2027, 3, 14, 9, 30),
        End = Instant.FromUtc(2027, 3, 14, 11, 0),
        Summary = "Assist Services",
        Description = "With a producer.",
        OrganizerEmail = "assist@portal.example",
        OrganizerName = "AssistPortal",
        AttendeeEmail = "host@demo.example",
        AttendeeName = "Hanna Host",
        Stamp = Instant.FromUtc(2026, 12, 1, 9, 0),
    };

    [Fact]
    public async Task A_request_invites_the_recipient()
    {
        var read = await IndependentMailReader.ReadCalendarAsync(CalendarWriter.Request(
            Event with { Location = "Room 1, 2nd floor", Url = new Uri("https://acme.example/join?a=1;b=2,3") }));

        Assert.Equal("REQUEST", read.Method);
        Assert.Equal("2.0", read.Version);
        Assert.NotEmpty(read.ProductId!);
        Assert.Equal((1, 0), (read.Events, read.Alarms));
        Assert.Equal("order-1@portal.example", read.Uid);
        Assert.Equal(0, read.Sequence);
        Assert.Equal("CONFIRMED", read.Status);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), read.Stamp);
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 9, 30, 0, TimeSpan.Zero), read.Start);
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 11, 0, 0, TimeSpan.Zero), read.End);
        Assert.Equal("Room 1, 2nd floor", read.Location);
        Assert.Equal("https://acme.example/join?a=1;b=2,3", read.Url);
        Assert.Equal(("assist@portal.example", "AssistPortal"), (read.Organizer!.Address, read.Organizer.Name));
        var attendee = Assert.Single(read.Attendees);
        Assert.Equal(("host@demo.example", "Hanna Host"), (attendee.Address, attendee.Name));
        Assert.Equal("NEEDS-ACTION", attendee.Partstat);
    }

    [Fact]
    public async Task A_cancellation_takes_the_same_entry_out()
    {
        var read = await IndependentMailReader.ReadCalendarAsync(CalendarWriter.Cancel(Event with { Sequence = 2 }));

        Assert.Equal(("CANCEL", "CANCELLED", 2), (read.Method, read.Status, read.Sequence));
        Assert.Equal("order-1@portal.example", read.Uid);
        Assert.Equal("host@demo.example", Assert.Single(read.Attendees).Address);
        Assert.Equal(0, read.Alarms);
    }

    [Fact]
    public void A_cancellation_that_does_not_raise_the_sequence_is_refused() =>
        Assert.Throws<ArgumentException>(() => CalendarWriter.Cancel(Event));

    [Fact]
    public async Task A_download_invites_nobody()
    {
        var read = await IndependentMailReader.ReadCalendarAsync(CalendarWriter.Publish(Event));

        Assert.Equal("PUBLISH", read.Method);
        Assert.Empty(read.Attendees);
        Assert.Equal("assist@portal.example", read.Organizer!.Address);
    }

    [Fact]
    public async Task Awkward_text_arrives_intact()
    {
        var read = await IndependentMailReader.ReadCalendarAsync(CalendarWriter.Request(
            Event with
            {
                Summary = Awkward,
                Description = string.Concat(Enumerable.Repeat(Awkward, 20)),
                AttendeeName = Awkward,
            }));

        var expected = Awkward.ReplaceLineEndings("\n");
        Assert.Equal(expected, read.Summary);
        Assert.Equal(string.Concat(Enumerable.Repeat(expected, 20)), read.Description);
        Assert.Equal(expected.Replace('"', '\'').Replace('\n', ' '), Assert.Single(read.Attendees).Name);
        Assert.InRange(read.LongestLine, 70, 75);
        Assert.Equal(0, read.BareLineBreaks);
    }

    [Theory]
    [InlineData("x\r\nATTENDEE:mailto:evil@x.example")]
    [InlineData("x\":mailto:evil@x.example\r\nATTENDEE;CN=\"y")]
    public async Task No_text_begins_a_line_of_its_own(string text)
    {
        var read = await IndependentMailReader.ReadCalendarAsync(CalendarWriter.Request(
            Event with { Uid = text, Summary = text, Location = text, AttendeeName = text, OrganizerName = text }));

        Assert.Equal("host@demo.example", Assert.Single(read.Attendees).Address);
        Assert.Equal("assist@portal.example", read.Organizer!.Address);
    }

    [Fact]
    public void Folding_keeps_to_75_octets_and_splits_no_character() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            var calendar = CalendarWriter.Publish(Event with { Summary = text + "🎉", Description = "會" + text });
            var lines = calendar.Split("\r\n");
            return lines.All(line => Encoding.UTF8.GetByteCount(line) <= 75
                    && !line.Any(char.IsControl)
                    && string.Equals(
                        line, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)), StringComparison.Ordinal))
                && lines[^1].Length == 0
                && calendar.Replace("\r\n ", "", StringComparison.Ordinal)
                    .Contains($"SUMMARY:{CalendarLine.Text(text + "🎉")}\r\n", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(66)]
    public async Task A_sign_of_four_octets_at_the_end_of_a_line_stays_whole(int before)
    {
        var summary = new string('n', before) + "🎉 and on";

        var read = await IndependentMailReader.ReadCalendarAsync(
            CalendarWriter.Publish(Event with { Summary = summary }));

        Assert.Equal(summary, read.Summary);
        Assert.InRange(read.LongestLine, 1, 75);
    }

    [Fact]
    public void An_event_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentException>(() => CalendarWriter.Publish(Event with { End = Event.Start }));

    [Fact]
    public void A_request_needs_both_people()
    {
        Assert.Throws<ArgumentException>(() => CalendarWriter.Request(Event with { AttendeeEmail = null }));
        Assert.Throws<ArgumentException>(() => CalendarWriter.Request(Event with { OrganizerEmail = "" }));
    }

    [Fact]
    public void A_download_needs_an_organizer() =>
        Assert.Throws<ArgumentException>(() => CalendarWriter.Publish(Event with { OrganizerEmail = null }));
}
