using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Data.Accounts;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace AssistPortal.Assist.Demo;

/// <summary>
/// Twelve producers around the globe: on working days there is somebody for each package from morning to evening UTC,
/// at weekends and at night some, few or nobody. A test holds how thin it is, so change hours with it.
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
        new("Marcus Bell", "marcus.bell@producers.example", "+1 213 555 0102", "America/Los_Angeles", ["en"],
            ["tc-premium", "mc-premium"])
        {
            Shifts = [new([Monday, Tuesday, Wednesday, Thursday], 10, 19)],
            DaysOff = [(37, 9)],
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
            MidweekOff = 17,
            StaysOnTrainingDay = true,
        },
        new("Darnell Price", "darnell.price@producers.example", "+1 213 555 0104", "America/Los_Angeles", ["en"],
            ["tc-premium", "mc-premium"])
        {
            Shifts = [new([Sunday, Monday, Tuesday, Wednesday, Thursday], 19, 30)],
        },
        new("Rosa Delgado", "rosa.delgado@producers.example", "+1 212 555 0105", "America/New_York", ["es", "en"], All)
        {
            Shifts = [new(Weekend, 10, 24)],
            WeekendsOff = [2, 5, 8, 11, 14],
        },
        new("Amelia Hughes", "amelia.hughes@producers.example", "+1 212 555 0106", "Europe/London", ["en", "fr"],
            ["ec-standard", "mc-premium"])
        {
            Shifts = [new(Weekdays, 6.5m, 12), new(Weekdays, 12.75m, 17.5m)],
            DaysOff = [(33, 5)],
        },
        new("Jonas Weber", "jonas.weber@producers.example", "+1 212 555 0107", "Europe/Berlin", ["de", "en", "nl"], All)
        {
            Shifts = [new(Weekdays, 7, 20)],
            DaysOff = [(38, 10), (75, 7)],
        },
        new(
            "Camille Laurent",
            "camille.laurent@producers.example",
            "+1 212 555 0108",
            "Europe/Paris",
            ["fr", "en", "it"],
            ["ec-premium", "ec-standard", "mc-premium"])
        {
            Shifts = [new(Weekend, 7, 20)],
            WeekendsOff = [2, 3, 5, 6, 8, 9, 11, 12, 14, 15],
        },
        new("Yi-chun Chen 陳怡君", "yichun.chen@producers.example", "+1 212 555 0109", "Asia/Taipei",
            ["zh-Hant", "zh-Hans", "en"], ["ec-standard", "tc-premium", "mc-premium"])
        {
            Shifts = [new(Weekdays, 8.5m, 19.5m)],
        },
        new("Lei Wang 王磊", "lei.wang@producers.example", "+1 212 555 0110", "Asia/Shanghai",
            ["zh-Hans", "zh-Hant", "yue", "en"], All)
        {
            Shifts = [new([Monday, Tuesday], 12, 20), new(Weekend, 7, 22)],
            WeekendsOff = [2, 4, 5, 7, 8, 10, 11, 13, 14],
        },
        new("Haruka Sato 佐藤遥", "haruka.sato@producers.example", "+1 212 555 0111", "Asia/Tokyo", ["ja", "en"],
            ["tc-premium", "mc-premium"])
        {
            Shifts = [new([Monday, Tuesday, Wednesday, Thursday], 9, 17)],
            DaysOff = [(47, 2), (110, 4)],
        },
        new("Lachlan Reid", "lachlan.reid@producers.example", "+1 212 555 0112", "Australia/Sydney", ["en", "ko"],
            ["ec-premium", "mc-premium"])
        {
            Shifts = [new([Tuesday], 9, 17)],
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

        var today = now.InUtc().Date;
        foreach (var days in person.AwayFrom(today))
        {
            producer.TakeOff(TimeOffDetails.Days(days.Start, days.End));
        }

        return producer;
    }

    private sealed record DemoProducer(
        string Name, string Email, string Phone, string TimeZone, string[] Languages, string[] Packages)
    {
        public required Shift[] Shifts { get; init; }

        /// <summary>Days without work: how many days from now they begin, and how many they are.</summary>
        public (int FirstDay, int Days)[] DaysOff { get; init; } = [];

        /// <summary>So many days from now or a little later comes a free Wednesday and Thursday.</summary>
        public int? MidweekOff { get; init; }

        /// <summary>Weekends without work, by their number from now.</summary>
        public int[] WeekendsOff { get; init; } = [];

        /// <summary>Whether work goes on while all others are trained.</summary>
        public bool StaysOnTrainingDay { get; init; }

        public IEnumerable<DateInterval> AwayFrom(LocalDate today) =>
        [
            .. DaysOff.Select(off => Days(today.PlusDays(off.FirstDay), off.Days)),
            .. MidweekOff is { } after ? [Days(DemoCalendar.Next(Wednesday, today.PlusDays(after)), 2)] : Nothing,
            .. WeekendsOff.SelectMany(number => DemoCalendar.Weekend(today, number)),
            .. StaysOnTrainingDay ? Nothing : [Days(DemoCalendar.TrainingDay(today), 1)],
            .. DemoCalendar.Holidays(today, isChristmasOne: !TimeZone.StartsWith("Asia/", StringComparison.Ordinal))
                .Select(holiday => Days(holiday, 1)),
        ];

        private static IEnumerable<DateInterval> Nothing => [];

        private static DateInterval Days(LocalDate first, int days) => new(first, first.PlusDays(days - 1));
    }

    /// <summary>Hours on the wall clock; more than 24 where work goes on past midnight.</summary>
    private sealed record Shift(IsoDayOfWeek[] Days, decimal FromHour, decimal ToHour);
}
