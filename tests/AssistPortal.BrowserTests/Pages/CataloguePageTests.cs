using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>Packages, rates, the comparison table, sites and contracts, as coordinators see them.</summary>
public sealed class CataloguePageTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("zh-Hant", "light", 375)]
    [InlineData("en", "dark", 320)]
    public async Task The_catalogue_desk(string language, string theme, int width)
    {
        var package = await Portal.InDatabaseAsync(db => db.Set<ServicePackage>()
            .Where(item => item.Code == "mc-premium")
            .Select(item => item.Id)
            .SingleAsync());
        var site = await Portal.InDatabaseAsync(db => db.Set<Site>()
            .Where(item => item.HostName == PortalPeople.Northwind)
            .Select(item => item.Id)
            .SingleAsync());
        await VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff/packages");
                await visitor.CheckAsync("packages");
                visitor.Expect(422);
                await visitor.GoAsync($"/staff/packages/{package}");
                await visitor.At("#TierPercent-0").FillAsync("200");
                await visitor.PressAsync("#step-form .btn-lg");
                await visitor.CheckAsync("package-errors");
                await visitor.GoAsync($"/staff/packages/{package}/rates");
                await visitor.CheckAsync("rates");
                await visitor.GoAsync($"/staff/packages/{package}/rates/USD");
                await visitor.CheckAsync("rate-card");
                await visitor.GoAsync("/staff/packages/comparison");
                await visitor.CheckAsync("comparison-desk");
                await visitor.PressAsync(visitor.At("tbody th[scope=row] a").First);
                await visitor.CheckAsync("comparison-row");
                await visitor.GoAsync($"/staff/sites/{site}/details");
                await visitor.CheckAsync("site-details");
                await visitor.GoAsync($"/staff/sites/{site}/members");
                await visitor.CheckAsync("site-members");
                await visitor.GoAsync($"/staff/sites/{site}/contracts");
                await visitor.CheckAsync("contracts");
                await visitor.PressAsync("tbody tr:first-child a");
                await visitor.CheckAsync("contract");
            },
            "coordinator@demo.example");
    }
}
