using AssistPortal.Data.Accounts;
using static AssistPortal.Trials.CloudService;

namespace AssistPortal.Trials.Demo;

/// <summary>A made-up customer and how far its trial is.</summary>
/// <param name="Company">The customer.</param>
/// <param name="Email">Address of its administrator.</param>
/// <param name="FirstName">The administrator's given name.</param>
/// <param name="LastName">The administrator's family name.</param>
/// <param name="Age">Days since it started.</param>
/// <param name="Services">What is tried.</param>
internal sealed record DemoTrial(
    string Company,
    string Email,
    string FirstName,
    string LastName,
    int Age,
    params IReadOnlyList<CloudService> Services)
{
    public string Partner { get; init; } = TrialDemo.PartnerName;

    public string Country { get; init; } = "US";

    public string TimeZone { get; init; } = "America/Chicago";

    public string Language { get; init; } = "en";

    public int Length { get; init; } = 30;

    public string? SiteHost { get; init; }

    /// <summary>The day of the trial on which it was extended; null where it was not.</summary>
    public int? ExtendedOn { get; init; }

    /// <summary>The day of the trial on which it was converted; null where it was not.</summary>
    public int? ConvertedOn { get; init; }

    public DemoPurchase Purchase { get; init; }

    /// <summary>Whether there are devices at every state.</summary>
    public bool HasDevices { get; init; }

    /// <summary>Whether the partner has told of having spoken with the customer.</summary>
    public bool IsContacted { get; init; }

    /// <summary>Users beside the administrator.</summary>
    public int Users { get; init; } = 4;

    /// <summary>Whether its end has not taken its people.</summary>
    public bool HasPeople => ConvertedOn is not null || Age < Length + 30;

    public DemoAccount Administrator => new(Email, FirstName, LastName, TrialRoles.CustomerAdministrator)
    {
        Company = Company,
        TimeZone = TimeZone,
        IsAnnounced = Email.EndsWith("@demo.example", StringComparison.Ordinal),
    };

    public static readonly IReadOnlyList<DemoTrial> All =
    [
        new("Harbour Books", TrialDemo.Customer, "Nora", "Svensson", Age: 25, Message, Meeting, Room)
        {
            SiteHost = "harbourbooks.meetings.example", Users = 7,
        },
        new("Cedar Clinic", TrialDemo.CustomerInGrace, "Aoife", "Brennan", Age: 40, Message, Meeting, Call)
        {
            Country = "IE", TimeZone = "Europe/Dublin", SiteHost = "cedarclinic.meetings.example", IsContacted = true,
        },
        new("Lumen Studio", "admin@lumen.example", "Mateo", "Silva", Age: 10, Message, Call)
        {
            Country = "PT", TimeZone = "Europe/Lisbon", Length = 90,
        },
        new("晨光設計", "admin@morninglight.example", "怡君", "林", Age: 57, Message, Meeting)
        {
            Country = "TW", TimeZone = "Asia/Taipei", Language = "zh-Hant", SiteHost = "morninglight.meetings.example",
        },
        new("Orchard Foods", "admin@orchard.example", "Grace", "Okafor", Age: 70, Message, Call),
        new("Falcon Rail", "admin@falconrail.example", "Samuel", "Grant", Age: 50, Message, Meeting, Room)
        {
            Country = "GB", TimeZone = "Europe/London", SiteHost = "falconrail.meetings.example",
            ConvertedOn = 28, Purchase = DemoPurchase.Spark, Users = 9,
        },
        new("Meridian Law", "admin@meridian.example", "Chloe", "Dubois", Age: 29, Message, Meeting, Call)
        {
            TimeZone = "America/New_York", SiteHost = "meridianlaw.meetings.example",
            ConvertedOn = 22, Purchase = DemoPurchase.WebEx,
        },
        new("Pine and Partners", "admin@pine.example", "Oliver", "Stone", Age: 35, Message, Room)
        {
            TimeZone = "America/Denver", ExtendedOn = 21, IsContacted = true,
        },
        new("青山物流", "admin@qingshan.example", "伟", "陈", Age: 48, Message, Meeting)
        {
            Country = "CN", TimeZone = "Asia/Shanghai", Language = "zh-Hans", Length = 60,
            SiteHost = "qingshan.meetings.example",
        },
        new("Blue Heron Media", "admin@blueheron.example", "Ruth", "Adler", Age: 50, Message, Room)
        {
            TimeZone = "America/Los_Angeles", Length = 60, HasDevices = true, IsContacted = true,
        },
        new("Alpenrose Hotels", TrialDemo.OtherCustomer, "Lukas", "Steiner", Age: 49, Message, Meeting)
        {
            Partner = TrialDemo.OtherPartnerName, Country = "AT", TimeZone = "Europe/Vienna", Length = 60,
            SiteHost = "alpenrose.meetings.example",
        },
        new("Kestrel Labs", "admin@kestrel.example", "Ida", "Holm", Age: 33, Message)
        {
            Partner = TrialDemo.OtherPartnerName, Country = "DK", TimeZone = "Europe/Copenhagen",
        },
    ];
}

/// <summary>By what a made-up customer's trial was converted.</summary>
internal enum DemoPurchase
{
    None,

    /// <summary>A-SPK, the site and rooms included.</summary>
    Spark,

    /// <summary>A-WX, whose WebEx part waits for the help desk to delete the trial's site.</summary>
    WebEx,
}
