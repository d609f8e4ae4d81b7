using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Details;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Orders;

/// <summary>One order with everything in it, to be varied by tests.</summary>
internal static class SampleOrder
{
    public const string Language = "zh-Hant";

    public static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);

    /// <summary>Tuesday 2027-03-16, 23:30 in New York: it ends on the next day.</summary>
    public static readonly EventTime Time = new()
    {
        Start = Instant.FromUtc(2027, 3, 17, 3, 30), DurationMinutes = 90, TimeZone = "America/New_York",
    };

    public static readonly ContactDetails Contact = new()
    {
        FirstName = "Hannah",
        LastName = "Brooks",
        Phone = "+1 555 0100",
        Email = "host@demo.example",
        Company = "Northwind",
    };

    public static readonly EventDetails Event = new()
    {
        Topic = "Spring <launch>; with \"guests\", 春季",
        MeetingNumber = "726401938",
        MeetingUrl = "https://northwind.meetings.example/m/726401938",
        ExpectedAttendees = 1350,
        Presenters = "Hannah Brooks\nSophia Grant",
        Agenda = "Welcome\nQuestions",
        RecordingFormat = RecordingFormat.Mp4,
        Language = "ja",
        OtherComments = "Please call & ask",
    };

    public static OrderCommand Command() => new()
    {
        DraftId = Guid.NewGuid(),
        HostUserId = Guid.NewGuid(),
        SiteId = 3,
        PackageId = 5,
        Contact = Contact,
        Time = Time,
        Event = Event,
        SessionKey = "session-1",
        SessionHostEmail = "host@northwind.example",
        UpdateNoticeHours = 24,
        PageLanguage = "en",
        Fee = new StandardFee(
            "USD", [
                new FeeLine(FeeKind.Base, null, 125_000),
                new FeeLine(FeeKind.ExtraTime, 30, 6_050),
                new FeeLine(FeeKind.Rehearsal, 90, 27_000),
            ]),
        CancellationTiers =
        [
            new CancellationTier(168, 0),
            new CancellationTier(48, 50),
            new CancellationTier(0, 100),
        ],
        SessionWishes = [new LocalDateTime(2027, 3, 10, 14, 0), new LocalDateTime(2027, 3, 11, 9, 15)],
    };

    public static Order Placed(OrderCommand? command = null) =>
        Order.Place(command ?? Command(), RequestNumber.Random(), Guid.CreateVersion7(), producerId: 7, Now);

    public static ServicePackage Package(PackageDetails? details = null) =>
        new("ec-premium", details ?? SampleDetails.Package());

    public static Site Site() => new("Northwind Traders", "northwind.meetings.example", "USD");

    public static Producer Producer() => new(SampleDetails.Producer());
}
