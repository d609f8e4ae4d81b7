using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using NodaTime;

namespace AssistPortal.TestSupport.Details;

/// <summary>What staff say of things, complete, to be varied by tests.</summary>
public static class SampleDetails
{
    /// <summary>
    /// A package for events with half an hour before and a quarter after, and three cancellation tiers.
    /// </summary>
    public static PackageDetails Package() => new()
    {
        Serves = ServedKind.Event,
        ScheduledFirst = false,
        LeadMinutes = 30,
        TrailMinutes = 15,
        ProductionMinutes = null,
        IncludesPlanningCall = false,
        IncludesConsultation = false,
        IncludesRehearsal = false,
        DisplayOrder = 0,
        IsActive = true,
        Texts = new(StringComparer.Ordinal)
        {
            ["en"] = new("Event Center Premium Assist", "All of it."),
            ["zh-Hant"] = new("EC 高級", "全程陪伴。"),
            ["zh-Hans"] = new("EC 高级", "全程陪伴。"),
        },
        CancellationTiers = new() { [168] = 0, [48] = 50, [0] = 100 },
    };

    /// <summary>A producer who speaks English and is qualified for nothing as yet.</summary>
    public static ProducerDetails Producer(string name = "Pat Producer", string timeZone = "Etc/UTC") => new()
    {
        Name = name,
        Email = "pat@portal.example",
        Phone = "+1 555 0199",
        TimeZone = timeZone,
        UserId = null,
        IsActive = true,
        Languages = ["en"],
        Qualifications = [],
    };

    /// <summary>Working hours of those days, between two hours of the clock.</summary>
    public static IEnumerable<HoursDetails> Hours(int from, int to, params IEnumerable<IsoDayOfWeek> days) =>
        days.Select(day => new HoursDetails(day, from * 60, to * 60));

    /// <summary>An hour's meeting.</summary>
    public static MeetingDetails Meeting(Instant start, string number = "726401938") => new()
    {
        HostId = "host",
        HostEmail = "host@demo.example",
        Topic = "Launch",
        MeetingNumber = number,
        Start = start,
        DurationMinutes = 60,
        TimeZone = "America/New_York",
    };
}
