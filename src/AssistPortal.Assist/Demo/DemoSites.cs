using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Assist.Demo;

/// <summary>The two sites of the demo data. Sophia Grant orders at both.</summary>
internal static class DemoSites
{
    public const string NorthwindName = "Northwind Events";
    public const string FormosaName = "Formosa Learning 福爾摩沙學苑";
    public const string NorthwindHost = "northwind.meetings.example";
    public const string FormosaHost = "formosa.meetings.example";

    public static IReadOnlyList<Site> Create(
        IReadOnlyDictionary<string, ServicePackage> packages, IReadOnlyDictionary<string, PortalUser> users)
    {
        var northwind = new Site { Name = NorthwindName, HostName = NorthwindHost, Currency = "USD" };
        northwind.Packages.AddRange(packages.Values);
        northwind.Members.AddRange(MembersOf(users, DemoHosts.Host, DemoHosts.Sophia, DemoHosts.Daniel));

        var formosa = new Site { Name = FormosaName, HostName = FormosaHost, Currency = "TWD", ScheduleChange = ScheduleChange.ChangesByItself };
        formosa.Packages.AddRange([packages["tc-premium"], packages["mc-premium"], packages["ec-standard"]]);
        formosa.Members.AddRange(
            MembersOf(users, DemoHosts.OtherHost, DemoHosts.Wanting, DemoHosts.Chiahao, DemoHosts.Sophia));
        return [northwind, formosa];
    }

    private static IEnumerable<SiteMember> MembersOf(
        IReadOnlyDictionary<string, PortalUser> users, params IEnumerable<string> emails) =>
        emails.Select(email => new SiteMember { UserId = users[email].Id });
}
