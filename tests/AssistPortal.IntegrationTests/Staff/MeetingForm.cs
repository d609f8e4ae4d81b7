using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What coordinators type to add a meeting.</summary>
internal static class MeetingForm
{
    /// <summary>Number of a meeting in the demo data.</summary>
    public const string DemoNumber = "726401938";

    public static Dictionary<string, string?> Fields(int siteId, Dictionary<string, string?> changes)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SiteId"] = $"{siteId}", ["HostId"] = "host", ["HostEmail"] = Journeys.Host, ["Topic"] = "Town hall",
            ["MeetingNumber"] = "999000111", ["StartDate"] = "2027-02-03", ["StartTime"] = "09:05",
            ["TimeZone"] = "America/New_York", ["DurationMinutes"] = "95", ["Presenters"] = "Presenters stay",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return fields;
    }
}
