using AssistPortal.Assist.Packages;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>
/// What goes on around now in the demo data. What is of this very day happens where it is day: in New York, or else in
/// Taipei.
/// </summary>
internal static class DemoTodayOrders
{
    /// <summary>The order on which the customer has a question.</summary>
    public const string Asked = "Newsletter that people read: open webinar";

    /// <summary>The order whose confirmation could not be delivered.</summary>
    public const string Undelivered = "Stock-taking: questions and answers";

    private const string NewYork = "America/New_York";
    private const string Taipei = "Asia/Taipei";
    private const string Olivia = DemoHosts.Producer;
    private const string Renata = "renata.moreira@producers.example";
    private const string Jonas = "jonas.weber@producers.example";
    private const string Yichun = "yichun.chen@producers.example";
    private const string Haruka = "haruka.sato@producers.example";

    private static readonly LocalTime Morning = new(8, 0);
    private static readonly LocalTime Evening = new(20, 0);

    /// <summary>One that has begun, one later, one that is over since yesterday: all at any time of the day.</summary>
    public static IReadOnlyList<DemoOrder> Now(Instant now)
    {
        var quarter = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 900 * 900);
        var begun = quarter - Duration.FromMinutes(30);
        var later = quarter + Duration.FromHours(3);
        var yesterday = quarter - Duration.FromHours(25.5);
        return IsDay(now, NewYork)
            ?
            [
                Order("tc-premium", Olivia, DemoHosts.Host, "Returns desk: training for new colleagues", 16, 90, begun),
                Order("mc-premium", Renata, DemoHosts.Sophia, "Press call: the spring catalogue", 25, 60, later),
                Order("mc-premium", Renata, DemoHosts.Daniel, "Meeting of the warehouse managers", 11, 60, yesterday),
            ]
            :
            [
                Order("tc-premium", Yichun, DemoHosts.OtherHost, "新進講師訓練：線上教室操作", 22, 90, begun) with
                {
                    Language = "zh-Hant", PageLanguage = "zh-Hant",
                },
                Order("mc-premium", Haruka, DemoHosts.Chiahao, "Partner schools: planning meeting", 12, 60, later),
                Order("mc-premium", Haruka, DemoHosts.Wanting, "Review of the autumn courses", 9, 60, yesterday),
            ];
    }

    /// <summary>Those of the coming days, on working days.</summary>
    public static IReadOnlyList<DemoOrder> ThisWeek { get; } =
    [
        Order("ec-standard", Olivia, DemoHosts.Host, Asked, 2, new(11, 0), NewYork, 180),
        Order("tc-premium", Yichun, DemoHosts.OtherHost, "互動教學工具：實作工作坊", 3, new(14, 0), Taipei, 35) with
        {
            Language = "zh-Hant", PageLanguage = "zh-Hant", Extras = [new(ExtraKind.Rehearsal, 90)],
        },
        Order("mc-premium", Jonas, DemoHosts.Daniel, Undelivered, 4, new(9, 30), "America/Chicago", 20),
        Order("ec-premium", Renata, DemoHosts.Host, "Gardening: live from the shop", 6, new(10, 0), NewYork, 400),
    ];

    private static bool IsDay(Instant now, string timeZone)
    {
        var time = now.InZone(DateTimeZoneProviders.Tzdb[timeZone]).TimeOfDay;
        return time >= Morning && time < Evening;
    }

    private static DemoOrder Order(
        string package, string producer, string host, string topic, int attendees, int minutes, Instant start)
    {
        var isThere = producer is Olivia or Renata;
        return new(package, producer)
        {
            Event = new(
                isThere ? DemoSites.NorthwindHost : DemoSites.FormosaHost,
                host,
                topic,
                0,
                LocalTime.Midnight,
                minutes,
                isThere ? NewYork : Taipei,
                attendees)
            {
                Start = start,
            },
            PlacedDaysBefore = 19,
        };
    }

    private static DemoOrder Order(
        string package,
        string producer,
        string host,
        string topic,
        int daysAhead,
        LocalTime at,
        string timeZone,
        int attendees) => new(package, producer)
    {
        Event = new(
            timeZone == Taipei ? DemoSites.FormosaHost : DemoSites.NorthwindHost,
            host,
            topic,
            daysAhead,
            at,
            60,
            timeZone,
            attendees),
        PlacedDaysBefore = 23,
    };
}
