using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>Coming sessions in the portal's own meeting directory, on working days 15 to 120 days from now.</summary>
internal static class DemoSessions
{
    private const string NewYork = "America/New_York";
    private const string Taipei = "Asia/Taipei";

    private static readonly DemoSession[] Sessions =
    [
        new(DemoSites.NorthwindHost, "host", DemoHosts.Host, 18, new LocalTime(10, 0), 60, "726401938")
        {
            Topic = "Spring catalogue: live launch for trade customers", Attendees = 350, Zone = NewYork,
            Presenters = "Hannah Brooks, Sophia Grant",
            Agenda = "Welcome, the new range, prices and delivery, questions from the audience.",
        },
        new(DemoSites.NorthwindHost, "host", DemoHosts.Host, 32, new LocalTime(13, 30), 90, "7264019551")
        {
            Topic = "Warehouse safety training, group A", Attendees = 24, Zone = NewYork,
            Presenters = "Daniel Okafor",
            Agenda = "Rules of the floor, two exercises in small groups, test.",
        },
        new(DemoSites.NorthwindHost, "host", DemoHosts.Host, 58, new LocalTime(9, 15), 45, "72640198027")
        {
            Topic = "Meeting with the regional managers", Attendees = 12, Zone = NewYork,
        },
        new(DemoSites.NorthwindHost, "host", DemoHosts.Host, 95, new LocalTime(11, 0), 120, "726402117")
        {
            Topic = "Annual customer day online", Attendees = 900, Zone = NewYork,
            Presenters = "Hannah Brooks, guests from three customers",
            Agenda = "Keynote, customer stories, panel, outlook.",
        },
        new(DemoSites.NorthwindHost, "sgrant", DemoHosts.Sophia, 24, new LocalTime(15, 0), 60, "726403308")
        {
            Topic = "How to plan a hybrid event: open webinar", Attendees = 200, Zone = NewYork,
            Presenters = "Sophia Grant",
        },
        new(DemoSites.NorthwindHost, "sgrant", DemoHosts.Sophia, 71, new LocalTime(14, 45), 60, "7264033194")
        {
            Topic = "Investor update, first quarter", Attendees = 150, Zone = NewYork,
        },
        new(DemoSites.NorthwindHost, "dokafor", DemoHosts.Daniel, 43, new LocalTime(9, 30), 120, "726404416")
        {
            Topic = "Warehouse safety training, group B", Attendees = 22, Zone = "America/Chicago",
        },
        new(DemoSites.FormosaHost, "host2", DemoHosts.OtherHost, 20, new LocalTime(14, 0), 90, "815230467")
        {
            Topic = "線上教學設計工作坊", Attendees = 40, Zone = Taipei,
            Presenters = "郭雅婷、徐婉婷",
            Agenda = "案例分享、分組練習、成果回饋。",
        },
        new(DemoSites.FormosaHost, "host2", DemoHosts.OtherHost, 47, new LocalTime(10, 30), 60, "8152304872")
        {
            Topic = "春季課程說明會", Attendees = 260, Zone = Taipei,
            Presenters = "郭雅婷",
        },
        new(DemoSites.FormosaHost, "host2", DemoHosts.OtherHost, 88, new LocalTime(16, 15), 45, "81523049008")
        {
            Topic = "Partner school meeting", Attendees = 15, Zone = Taipei,
        },
        new(DemoSites.FormosaHost, "wthsu", DemoHosts.Wanting, 29, new LocalTime(9, 0), 120, "815231126")
        {
            Topic = "新講師培訓：如何帶動線上課堂", Attendees = 18, Zone = Taipei,
            Presenters = "徐婉婷",
        },
        new(DemoSites.FormosaHost, "chliao", DemoHosts.Chiahao, 63, new LocalTime(19, 0), 60, "815232230")
        {
            Topic = "公開講座：人工智慧與學習", Attendees = 500, Zone = Taipei,
            Presenters = "廖家豪",
        },
        new(DemoSites.FormosaHost, "sgrant", DemoHosts.Sophia, 116, new LocalTime(9, 45), 60, "815233349")
        {
            Topic = "Train the trainer: events in English", Attendees = 30, Zone = Taipei,
            Presenters = "Sophia Grant",
        },
    ];

    /// <summary>The sessions, not saved yet.</summary>
    /// <param name="sites">The demo sites, saved.</param>
    /// <param name="now">The sessions are counted from here.</param>
    public static IReadOnlyList<MeetingSession> Create(IReadOnlyList<Site> sites, Instant now) =>
        [.. Sessions.Select(
            session => new MeetingSession(sites.Single(site => site.HostName == session.Site).Id, new MeetingDetails
            {
                HostId = session.HostId,
                HostEmail = session.HostEmail,
                Topic = session.Topic,
                Agenda = session.Agenda,
                Presenters = session.Presenters,
                MeetingNumber = session.Number,
                MeetingUrl = $"https://{session.Site}/meet/{session.Number}",
                Start = DemoDays.Workday(now, session.Zone, session.DaysAhead, session.At),
                DurationMinutes = session.Minutes,
                TimeZone = session.Zone,
                ExpectedAttendees = session.Attendees,
            }))];

    private sealed record DemoSession(
        string Site, string HostId, string HostEmail, int DaysAhead, LocalTime At, int Minutes, string Number)
    {
        public required string Topic { get; init; }

        public required int Attendees { get; init; }

        public required string Zone { get; init; }

        public string Presenters { get; init; } = "";

        public string Agenda { get; init; } = "";
    }
}
