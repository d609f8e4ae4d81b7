using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Updates;
using NodaTime;

namespace AssistPortal.Assist.Messages.Samples;

/// <summary>A made-up order that no table holds. The names are nobody's.</summary>
internal static class SampleOrders
{
    private const int ProducerId = 1;

    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);
    private static readonly EventTime Time = new()
    {
        Start = Instant.FromUtc(2027, 3, 16, 14, 0), DurationMinutes = 90, TimeZone = "America/New_York",
    };

    public static OrderWithRelations Placed(string language) => Whole(NewOrder(language));

    public static OrderWithRelations Cancelled(string language)
    {
        var order = NewOrder(language);
        var at = Time.Start - Duration.FromDays(3);
        order.Cancel(at, CancellationQuote.Of(order, contract: null, at).Amount.Minor);
        return Whole(order);
    }

    public static CancellationQuote Quote(OrderWithRelations whole) =>
        CancellationQuote.Of(whole.Order, contract: null, whole.Order.CancelledAt!.Value);

    /// <summary>An order that was moved by three days, and how.</summary>
    public static (OrderWithRelations Whole, OrderUpdate Update) Moved(string language, MeetingFollowUp meeting)
    {
        var order = NewOrder(language);
        var update = OrderUpdate.Begin(order, order.OrderedById, Time.Start + Duration.FromDays(3), Now);
        order.Move(update.Start, ProducerId, Now);
        var isTold = meeting is MeetingFollowUp.Changed or MeetingFollowUp.Failed;
        update.Confirm(order, ProducerId, isTold ? MeetingFollowUp.Pending : meeting, Now);
        if (isTold)
        {
            update.EndMeeting(meeting, failure: null);
        }

        return (Whole(order), update);
    }

    /// <summary>An order that was made half an hour longer, and perhaps had a wrong address before.</summary>
    public static EditedOrder Edited(string language, string? formerEmail = null)
    {
        var whole = Placed(language) with { Words = "We have added the half hour that you asked for.\nSee you soon!" };
        var order = whole.Order;
        var edit = OrderEdit.Of(order);
        order.Correct(
            order.Contact with { Phone = "+1 555 0171", Email = formerEmail ?? order.Contact.Email },
            order.ReportEmail);
        var before = OrderSnapshot.Of(order);
        order.Edit(edit, whole.Package, ProducerId, Now);
        return new EditedOrder(
            whole,
            before with
            {
                DurationMinutes = before.DurationMinutes - 30,
                Fee = before.Fee with { Minor = before.Fee.Minor - 6_050 },
            },
            whole.Package,
            whole.Producer,
            FormerSequence: 0);
    }

    public static PostEventReport Report { get; } = new(
        1_320,
        1_104,
        [
            new Uri("https://contoso.meetings.example/recordings/81"),
            new Uri("https://contoso.meetings.example/recordings/82"),
        ]);

    public static MailPerson Coordinator(string language) =>
        new("Robin Ellis", "robin.ellis@portal.example", language, "Etc/UTC", WantsDigest: false);

    public static OrderMessage Question(Order order) => OrderMessage.FromCustomer(
        order,
        position: 1,
        authorId: null,
        "Two of our speakers join from a phone only.\nCan they test their audio the day before?",
        Now);

    public static OrderMessage Answer(Order order) => OrderMessage.FromCoordinator(
        order,
        position: 2,
        Guid.NewGuid(),
        "Yes: Sam calls them the day before at ten.\nPlease send us their numbers.",
        Now);

    public static ProducerAddressee Producer(OrderWithRelations whole, string language) =>
        new(whole.Producer, language, Thread: null);

    /// <summary>A rehearsal of the order that went to another producer.</summary>
    public static OrderSession SwappedSession(Order order)
    {
        var start = Time.Start - Duration.FromDays(4);
        var session = OrderSession.Schedule(order.Id, SessionKind.Rehearsal, ProducerId, start, 60);
        session.Move(ProducerId, start, 60, Now);
        return session;
    }

    private static OrderWithRelations Whole(Order order)
    {
        var package = new ServicePackage("ec-premium", new PackageDetails
        {
            Serves = ServedKind.Event,
            ScheduledFirst = false,
            LeadMinutes = 30,
            TrailMinutes = 15,
            ProductionMinutes = null,
            IncludesPlanningCall = false,
            IncludesConsultation = false,
            IncludesRehearsal = false,
            DisplayOrder = 1,
            IsActive = true,
            Texts = new(StringComparer.Ordinal)
            {
                ["en"] = new("Event Center Premium Assist", ""),
                ["zh-Hant"] = new("Event Center 高級協助", ""),
                ["zh-Hans"] = new("Event Center 高级协助", ""),
            },
            CancellationTiers = new() { [0] = 100 },
        });
        var producer = new Producer(new ProducerDetails
        {
            Name = "Sam Porter",
            Email = "sam.porter@portal.example",
            Phone = "+1 555 0142",
            TimeZone = "Europe/London",
            UserId = null,
            IsActive = true,
            Languages = ["en"],
            Qualifications = [],
        });
        return new OrderWithRelations(order, package, new Site("Contoso", "contoso.meetings.example", "USD"), producer);
    }

    private static Order NewOrder(string language) => Order.Place(
        new OrderCommand
        {
            DraftId = Guid.NewGuid(),
            HostUserId = Guid.NewGuid(),
            SiteId = 1,
            PackageId = 1,
            Contact = new ContactDetails
            {
                FirstName = "Alex",
                LastName = "Morgan",
                Phone = "+1 555 0117",
                Email = "alex.morgan@contoso.example",
                Company = "Contoso",
            },
            Time = Time,
            Event = new EventDetails
            {
                Topic = "Spring product launch 春季發表會",
                MeetingNumber = "726401938",
                MeetingUrl = "https://contoso.meetings.example/m/726401938",
                ExpectedAttendees = 1_350,
                Presenters = "Alex Morgan\nSophia Grant",
                Agenda = "Welcome\nWhat is new\nQuestions",
                RecordingFormat = RecordingFormat.Mp4,
                Language = "ja",
                OtherComments = "Please play the video after the welcome.",
            },
            UpdateNoticeHours = 24,
            PageLanguage = language,
            Fee = new StandardFee(
                "USD",
                [
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
            SessionWishes = [new LocalDateTime(2027, 3, 10, 14, 0)],
        },
        RequestNumber.Parse("0000000000"),
        Guid.NewGuid(),
        ProducerId,
        Now);
}
