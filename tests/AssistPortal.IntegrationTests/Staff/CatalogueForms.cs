using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Ways to the forms of the catalogue desk.</summary>
internal static class CatalogueForms
{
    public static Task<int> PackageIdAsync(this PortalFactory portal, string code) => portal.InDatabaseAsync(db =>
        db.Set<ServicePackage>().Where(package => package.Code == code).Select(package => package.Id).SingleAsync());

    public static Task<int> SiteIdAsync(this PortalFactory portal, string hostName) => portal.InDatabaseAsync(db =>
        db.Set<Site>().Where(site => site.HostName == hostName).Select(site => site.Id).SingleAsync());

    public static Task<ServicePackage> PackageAsync(this PortalFactory portal, string code) =>
        portal.InDatabaseAsync(db =>
            db.Set<ServicePackage>().AsNoTracking()
                .Include(package => package.Texts)
                .Include(package => package.CancellationTiers)
                .Include(package => package.RateCards).ThenInclude(card => card.Extras).AsSplitQuery()
                .SingleAsync(package => package.Code == code));

    public static async Task<PortalPage> PackageFormAsync(this StaffAtWork staff, string code) =>
        await staff.Browser.GetAsync($"/staff/packages/{await staff.Portal.PackageIdAsync(code)}");

    public static async Task<PortalPage> RatesFormAsync(this StaffAtWork staff, string code, string currency) =>
        await staff.Browser.GetAsync($"/staff/packages/{await staff.Portal.PackageIdAsync(code)}/rates/{currency}");

    public static async Task<PortalPage> SiteFormAsync(
        this StaffAtWork staff, string hostName, string part = "details") =>
        await staff.Browser.GetAsync($"/staff/sites/{await staff.Portal.SiteIdAsync(hostName)}/{part}");
}
