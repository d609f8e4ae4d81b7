using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>What has been ordered in the demo data: past events, and coming sessions by their meeting number.</summary>
internal static class DemoOrderList
{
    private const string Olivia = DemoHosts.Producer;
    private const string Renata = "renata.moreira@producers.example";
    private const string Jonas = "jonas.weber@producers.example";
    private const string Yichun = "yichun.chen@producers.example";

    private const string NewYork = "America/New_York";
    private const string Taipei = "Asia/Taipei";

    public static readonly IReadOnlyList<DemoOrder> Coming =
    [
        new("ec-premium", Olivia) { Session = "726401938", PlacedDaysBefore = 22, Wishes = 2 },
        new("tc-premium", Renata)
        {
            Session = "7264019551",
            PlacedDaysBefore = 36,
            Extras = [new(ExtraKind.Rehearsal, 90)],
        },
        new("ec-standard", Olivia)
        {
            Session = "7264033194", PlacedDaysBefore = 80,
            Extras = [new(ExtraKind.Consultation, 90), new(ExtraKind.RegistrationManagement, 120)],
            Comments = "Please keep the registration list confidential until the day.",
        },
        new("tc-premium", Yichun)
        {
            Session = "815230467", PlacedDaysBefore = 27, Language = "zh-Hant", PageLanguage = "zh-Hant",
            Comments = "學員第一次使用線上教室，請提早開放進場。",
        },
        new("tc-premium", Yichun)
        {
            Session = "815231126",
            PlacedDaysBefore = 31,
            Language = "zh-Hant",
            PageLanguage = "zh-Hant",
        },
        new("ec-standard", Jonas) { Session = "815232230", PlacedDaysBefore = 66, PageLanguage = "zh-Hant" },
        new("mc-premium", Jonas)
        {
            Session = "81523049008",
            PlacedDaysBefore = 90,
            Extras = [new(ExtraKind.Rehearsal, 90)],
        },
    ];

    public static readonly IReadOnlyList<DemoOrder> Past =
    [
        new("ec-premium", Olivia)
        {
            Event = new(
                DemoSites.NorthwindHost,
                DemoHosts.Host,
                "Winter catalogue: live launch",
                -45,
                new LocalTime(11, 0),
                90,
                NewYork,
                320),
            PlacedDaysBefore = 30, Extras = [new(ExtraKind.RecordingEditing, 120)], Recordings = 2,
        },
        new("mc-premium", Renata)
        {
            Event = new(
                DemoSites.NorthwindHost,
                DemoHosts.Host,
                "Meeting of the regional managers, autumn",
                -20,
                new LocalTime(9, 30),
                60,
                NewYork,
                14),
            PlacedDaysBefore = 18, CreditNote = "The sound failed for half of the meeting.",
        },
        new("tc-premium", Renata)
        {
            Event = new(
                DemoSites.NorthwindHost,
                DemoHosts.Host,
                "Warehouse safety training, autumn",
                -8,
                new LocalTime(13, 30),
                90,
                NewYork,
                24),
            PlacedDaysBefore = 24, CancelledHoursBefore = 60,
        },
        new("ec-standard", Olivia)
        {
            Event = new(
                DemoSites.NorthwindHost,
                DemoHosts.Sophia,
                "Investor update, fourth quarter",
                -12,
                new LocalTime(14, 0),
                60,
                NewYork,
                140),
            PlacedDaysBefore = 25,
        },
        new("tc-premium", Yichun)
        {
            Event = new(
                DemoSites.FormosaHost, DemoHosts.OtherHost, "秋季課程說明會", -30, new LocalTime(10, 0), 60, Taipei, 210),
            PlacedDaysBefore = 21, Language = "zh-Hant", PageLanguage = "zh-Hant", Recordings = 1,
        },
    ];
}

/// <summary>An order of the demo data.</summary>
/// <param name="Package">Code of the package.</param>
/// <param name="Producer">E-mail of the producer, who is qualified and works at that time.</param>
internal sealed record DemoOrder(string Package, string Producer)
{
    /// <summary>Meeting number of the coming session that it is for.</summary>
    public string? Session { get; init; }

    /// <summary>The event, where it is not a coming session.</summary>
    public DemoEvent? Event { get; init; }

    /// <summary>Days before the event on which it was ordered; at least the lead time.</summary>
    public required int PlacedDaysBefore { get; init; }

    public OrderedExtra[] Extras { get; init; } = [];

    /// <summary>How many times for the rehearsal the host would like.</summary>
    public int Wishes { get; init; }

    public string Language { get; init; } = "en";

    public string PageLanguage { get; init; } = "en";

    public string Comments { get; init; } = "";

    /// <summary>How many recordings there are of a past event.</summary>
    public int Recordings { get; init; }

    /// <summary>Hours before its event at which a past order was cancelled; null where it was completed.</summary>
    public int? CancelledHoursBefore { get; init; }

    /// <summary>Why its invoice was taken back; null where it was not.</summary>
    public string? CreditNote { get; init; }

    /// <summary>Whether all has been done with it: it is completed or cancelled.</summary>
    public bool IsHistory => Event?.DaysAhead < 0;
}

internal sealed record DemoEvent(
    string Site,
    string HostEmail,
    string Topic,
    int DaysAhead,
    LocalTime At,
    int Minutes,
    string TimeZone,
    int Attendees)
{
    /// <summary>When exactly, where it is not on a working day at a time of the clock.</summary>
    public Instant? Start { get; init; }
}
