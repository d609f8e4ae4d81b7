using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Data.Accounts;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace AssistPortal.Assist.Demo;

/// <summary>
/// Twelve producers around the globe. Together they leave no hour of the week without somebody for each package;
/// a test proves it, so change hours with it.
/// </summary>
internal static class DemoProducers
{
    private static readonly IsoDayOfWeek[] Weekdays = [Monday, Tuesday, Wednesday, Thursday, Friday];
    private static readonly IsoDayOfWeek[] Weekend = [Saturday, Sunday];
    private static readonly string[] All = ["ec-premium", "ec-standard", "tc-premium", "mc-premium"];

    private static readonly DemoProducer[] People =
    [
        new("Olivia Carter", DemoHosts.Producer, "+1 212 555 0101", "America/New_York", ["en", "es"], All)
        {
            Shifts = [new(Weekdays, 7.5m, 18.5m)],
            DaysOff = [(96, 5)],
        },
        new("Marcus Bell", "marcus.bell@producers.example", "+1 213 555 0102", "America/Los_Angeles", ["en"], All)
        {
            Shifts = [new([Monday, Tuesday, Wednesday, Thursday], 10, 21), new([Friday], 11, 25)],
        },
        new(
            "Renata Moreira",
            "renata.moreira@producers.example",
            "+1 212 555 0103",
            "America/Sao_Paulo",
            ["pt", "es", "en"],
            All)
        {
            Shifts = [new(Weekdays, 7, 21)],
            DaysOff = [(54, 2)],
        },
        new("Darnell Price", "darnell.price@producers.example", "+1 213 555 0104", "America/Los_Angeles", ["en"], All)
        {
            Shifts = [new([Sunday, Monday, Tuesday, Wednesday, Thursday], 19, 30)],
        },
        new("Rosa Delgado", "rosa.delgado@producers.example", "+1 212 555 0105", "America/New_York", ["es", "en"], All)
        {
            Shifts = [new([Wednesday, Thursday], 15, 25), new([Friday], 13, 26), new(Weekend, 10, 24)],
        },
        new("Amelia Hughes", "amelia.hughes@producers.example", "+1 212 555 0106", "Europe/London", ["en", "fr"],
            ["ec-premium", "ec-standard", "mc-premium"])
        {
            Shifts = [new(Weekdays, 6.5m, 12), new(Weekdays, 12.75m, 17.5m)],
            DaysOff = [(33, 5)],
        },
        new("Jonas Weber", "jonas.weber@producers.example", "+1 212 555 0107", "Europe/Berlin", ["de", "en", "nl"], All)
        {
            Shifts = [new(Weekdays, 7, 20)],
            DaysOff = [(75, 7)],
        },
        new(
            "Camille Laurent",
            "camille.laurent@producers.example",
            "+1 212 555 0108",
            "Europe/Paris",
            ["fr", "en", "it"],
            All)
        {
            Shifts = [new([Thursday, Friday], 12, 22), new(Weekend, 7, 20)],
        },
        new("Yi-chun Chen 陳怡君", "yichun.chen@producers.example", "+1 212 555 0109", "Asia/Taipei",
            ["zh-Hant", "zh-Hans", "en"], All)
        {
            Shifts = [new(Weekdays, 8.5m, 19.5m)],
        },
        new("Lei Wang 王磊", "lei.wang@producers.example", "+1 212 555 0110", "Asia/Shanghai",
            ["zh-Hans", "zh-Hant", "yue", "en"], All)
        {
            Shifts = [new([Monday, Tuesday, Wednesday], 12, 23), new(Weekend, 7, 22)],
        },
        new("Haruka Sato 佐藤遥", "haruka.sato@producers.example", "+1 212 555 0111", "Asia/Tokyo", ["ja", "en"],
            ["ec-premium", "tc-premium", "mc-premium"])
        {
            Shifts = [new(Weekdays, 9, 20)],
            DaysOff = [(47, 2), (110, 4)],
        },
        new("Lachlan Reid", "lachlan.reid@producers.example", "+1 212 555 0112", "Australia/Sydney", ["en", "ko"], All)
        {
            Shifts = [new(Weekdays, 7, 21), new([Saturday], 20, 32), new([Sunday], 20, 31)],
        },
    ];

    /// <summary>The producers, not saved yet.</summary>
    /// <param name="packages">The catalogue by code.</param>
    /// <param name="users">Demo users by e-mail; one of them is a producer.</param>
    /// <param name="now">Time off is counted from here.</param>
    public static IReadOnlyList<Producer> Create(
        IReadOnlyDictionary<string, ServicePackage> packages,
        IReadOnlyDictionary<string, PortalUser> users,
        Instant now) =>
        [.. People.Select(person => Create(person, packages, users, now))];

    private static Producer Create(
        DemoProducer person,
        IReadOnlyDictionary<string, ServicePackage> packages,
        IReadOnlyDictionary<string, PortalUser> users,
        Instant now)
    {
        var producer = new Producer(new ProducerDetails
        {
            Name = person.Name,
            Email = person.Email,
            Phone = person.Phone,
            TimeZone = person.TimeZone,
            UserId = users.GetValueOrDefault(person.Email)?.Id,
            IsActive = true,
            Languages = person.Languages,
            Qualifications =
                [.. person.Packages.Select(
                    code => new QualificationDetails(packages[code].Id, ValidFrom: null, ValidUntil: null))],
        });
        producer.ChangeHours(
            [
                .. from shift in person.Shifts
                   from day in shift.Days
                   select new HoursDetails(day, (int)(shift.FromHour * 60), (int)(shift.ToHour * 60)),
            ],
            exceptions: []);

        var today = now.InZone(DateTimeZoneProviders.Tzdb[person.TimeZone]).Date;
        foreach (var (firstDay, days) in person.DaysOff)
        {
            producer.TakeOff(TimeOffDetails.Days(today.PlusDays(firstDay), today.PlusDays(firstDay + days - 1)));
        }

        return producer;
    }

    private sealed record DemoProducer(
        string Name, string Email, string Phone, string TimeZone, string[] Languages, string[] Packages)
    {
        public required Shift[] Shifts { get; init; }

        /// <summary>Days without work: how many days from now they begin, and how many they are.</summary>
        public (int FirstDay, int Days)[] DaysOff { get; init; } = [];
    }

    /// <summary>Hours on the wall clock; more than 24 where work goes on past midnight.</summary>
    private sealed record Shift(IsoDayOfWeek[] Days, decimal FromHour, decimal ToHour);
}
