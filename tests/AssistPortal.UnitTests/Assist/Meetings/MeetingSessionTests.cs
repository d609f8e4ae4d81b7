using AssistPortal.Assist.Meetings;
using AssistPortal.TestSupport.Details;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Meetings;

public sealed class MeetingSessionTests
{
    private static readonly MeetingDetails Right = SampleDetails.Meeting(Instant.FromUtc(2027, 1, 4, 9, 0));

    public static TheoryData<MeetingDetails> Wrong => new(
        Right with { HostId = "" },
        Right with { HostId = new string('x', MeetingDetails.HostIdLength + 1) },
        Right with { HostEmail = new string('x', 255) },
        Right with { Topic = " " },
        Right with { Topic = new string('x', 129) },
        Right with { Agenda = new string('x', 1301) },
        Right with { Presenters = new string('x', 501) },
        Right with { MeetingNumber = "123456789012" },
        Right with { MeetingUrl = new string('x', 501) },
        Right with { DurationMinutes = MeetingDetails.ShortestMinutes - 1 },
        Right with { DurationMinutes = MeetingDetails.LongestMinutes + 1 },
        Right with { TimeZone = "Nowhere/Land" },
        Right with { ExpectedAttendees = 0 });

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_details_are_refused_and_change_nothing(MeetingDetails details)
    {
        var session = new MeetingSession(1, Right);
        Assert.ThrowsAny<ArgumentException>(
            () => session.Change(details with { Start = Right.Start + Duration.FromDays(1) }));
        Assert.ThrowsAny<ArgumentException>(() => new MeetingSession(1, details));
        Assert.Equal((Right.Topic, Right.Start), (session.Topic, session.Start));
    }
}
