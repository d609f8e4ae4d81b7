using System.Net;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Packages;

public sealed class AssistServicesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string OrderForm = "form[action='/assist/order'] input[name=PackageCode]";

    [Theory]
    [InlineData(Journeys.Host, new[] { "ec-premium", "ec-standard", "tc-premium", "mc-premium" })]
    [InlineData(Journeys.OtherHost, new[] { "ec-standard", "tc-premium", "mc-premium" })]
    [InlineData("sophia.grant@northwind.example", new[] { "ec-premium", "ec-standard", "tc-premium", "mc-premium" })]
    public async Task A_host_sees_the_packages_of_the_own_sites_only(string email, string[] packages)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        var page = await browser.GetAsync("/assist");
        Assert.Equal(
            packages.Order(StringComparer.Ordinal),
            page.All(OrderForm).Select(code => code.GetAttribute("value")!).Order(StringComparer.Ordinal));
        Assert.Equal(page.All(".package-card").Count, page.All(".package-card button").Count);
        Assert.NotNull(page.Find("main a[href='/assist/manage']"));
        Assert.NotNull(page.Find("main a[href='/assist/compare']"));
    }

    [Fact]
    public async Task A_host_of_two_sites_sees_at_which_of_them_a_package_is_offered()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("sophia.grant@northwind.example");
        var cards = (await browser.GetAsync("/assist")).All(".package-card");
        var both = cards.Single(card => card.InnerHtml.Contains("tc-premium", StringComparison.Ordinal)).TextContent;
        var one = cards.Single(card => card.InnerHtml.Contains("ec-premium", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Northwind Events", both, StringComparison.Ordinal);
        Assert.Contains("Formosa Learning", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Formosa Learning", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_site_is_told_that_there_is_nothing_to_order()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(await portal.AddHostAsync("Lonely"));
        var page = await browser.GetAsync("/assist");
        Assert.Contains(portal.Words("en", "Packages.Empty"), page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All(OrderForm));
    }

    [Theory]
    [InlineData("ec-premium")]
    [InlineData("no-such-package")]
    [InlineData("")]
    public async Task A_package_of_other_sites_cannot_be_ordered(string code)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.OtherHost);
        var before = await portal.InDatabaseAsync(db => db.Set<OrderDraft>().CountAsync());
        var page = await (await browser.GetAsync("/assist")).SubmitFormAsync(
            "form[action='/assist/order']", new() { ["PackageCode"] = code });
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(before, await portal.InDatabaseAsync(db => db.Set<OrderDraft>().CountAsync()));
    }

    [Fact]
    public async Task The_site_may_be_named_with_the_package_but_only_an_own_one()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("sophia.grant@northwind.example");
        var sites = await portal.InDatabaseAsync(
            db => db.Set<Site>().ToDictionaryAsync(site => site.HostName, site => site.Id));
        var (action, fields) = (await browser.GetAsync("/assist")).Prepare(
            button: "form:has([value=tc-premium]) button");
        var page = await browser.PostAsync(
            action, fields.Append(KeyValuePair.Create("SiteId", $"{sites[PortalPeople.Formosa]}")));
        Assert.Equal($"{sites[PortalPeople.Formosa]}", page.At("availability").Value("SiteId"));

        using var northwind = portal.CreatePortalClient();
        await northwind.SignInAsync(Journeys.Host);
        (action, fields) = (await northwind.GetAsync("/assist")).Prepare(button: "form:has([value=tc-premium]) button");
        var refused = await northwind.PostAsync(
            action, fields.Append(KeyValuePair.Create("SiteId", $"{sites[PortalPeople.Formosa]}")));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    [Fact]
    public async Task What_staff_take_from_the_catalogue_is_no_longer_offered()
    {
        using var own = new PortalFactory();
        using var browser = own.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        await own.InDatabaseAsync(db => db.EditAsync(
            db.Set<ServicePackage>().Where(package => package.Code == "tc-premium"),
            package => package.SetActive(false)));
        Assert.Equal(3, (await browser.GetAsync("/assist")).All(OrderForm).Count);
        await own.InDatabaseAsync(db => db.EditAsync(db.Set<Site>(), site => site.SetActive(false)));
        Assert.Empty((await browser.GetAsync("/assist")).All(OrderForm));
    }

    [Fact]
    public async Task The_comparison_shows_all_packages_and_services_in_each_language()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        foreach (var language in PortalWords.Languages)
        {
            browser.AcceptLanguage = PortalWords.BrowserOf(language);
            var page = await browser.GetAsync("/assist/compare");
            var packages = await portal.InDatabaseAsync(db => db.Set<ServicePackage>().Include(package => package.Texts)
                .OrderBy(package => package.DisplayOrder).ToListAsync());
            var rows = await portal.InDatabaseAsync(
                db => db.Set<ComparisonRow>().Include(row => row.Texts).ToListAsync());
            Assert.Equal(
                packages.Select(package => package.Texts.Single(text => text.Language == language).Name),
                page.All(".comparison thead th").Skip(1).Select(cell => cell.TextContent.Trim()));
            Assert.Equal(rows.Count, page.All(".comparison th[scope=row]").Count);
            Assert.All(rows, row => Assert.Contains(
                row.Texts.Single(text => text.Language == language).Name, page.Text, StringComparison.Ordinal));
            Assert.Equal(rows.Count * packages.Count, page.All(".comparison td .cell").Count);
        }
    }

    [Theory] // J22
    [InlineData("en", "6.5 production hours", "invitation and registration management", "by your need")]
    [InlineData("zh-Hant", "6.5 小時的製作時間", "邀請與報名管理", "依您的需求與協助服務的可用性")]
    [InlineData("zh-Hans", "6.5 小时的制作时间", "邀请与报名管理", "根据您的需求和协助服务的可用性")]
    public async Task The_comparison_says_what_stands_below_the_table_of_the_source(
        string language, string hours, string charged, string need)
    {
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        await browser.SignInAsync(Journeys.Host);
        var page = await browser.GetAsync("/assist/compare");
        Assert.All(
            new[] { hours, charged, need }, text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.Equal(4, page.All("ul[aria-labelledby=charged] li").Count);
    }

    [Fact]
    public async Task Step_1_has_a_dialog_that_takes_the_comparison_from_its_page()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.BeginAsync();
        Assert.Empty(step.Get("dialog#comparison [data-dialog-body]").Children);
        var page = await step.FollowAsync("a[data-dialog=comparison]");
        Assert.NotNull(page.Find("[data-dialog-part] .comparison"));
    }
}
