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
        var northwind = new Site(NorthwindName, NorthwindHost, "USD");
        northwind.Offer([.. packages.Values]);
        Admit(northwind, DemoHosts.Host, DemoHosts.Sophia, DemoHosts.Daniel);

        var formosa = new Site(FormosaName, FormosaHost, "TWD");
        formosa.RescheduleBy(ScheduleChange.ChangesByItself, page: null);
        formosa.Offer([packages["tc-premium"], packages["mc-premium"], packages["ec-standard"]]);
        Admit(formosa, DemoHosts.OtherHost, DemoHosts.Wanting, DemoHosts.Chiahao, DemoHosts.Sophia);
        return [northwind, formosa];

        void Admit(Site site, params IEnumerable<string> emails)
        {
            foreach (var email in emails)
            {
                site.Admit(users[email].Id);
            }
        }
    }
}
