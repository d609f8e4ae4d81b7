using System.Net;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Sites.Audit;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class SiteDeskTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("Name", " ", "Sites.Name.Missing"),
        ("HostName", "no host", "Sites.HostName.Wrong"),
        ("HostName", "localhost", "Sites.HostName.Wrong"),
        ("HostName", "https://NORTHWIND.meetings.example/start", "Sites.HostName.Taken"),
        ("Currency", "dollars", "Sites.Currency.Wrong"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_gets_its_own_message(string language, string field, string value, string sentence)
    {
        staff.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var page = await (await staff.SiteFormAsync(PortalPeople.Formosa)).SubmitAsync(new() { [field] = value });
        page.AssertOnlyWrong(staff.Portal, language, field, sentence);
    }

    [Fact]
    public async Task A_site_is_added_and_its_hosts_can_order_there()
    {
        staff.Browser.AcceptLanguage = "en";
        var package = await staff.Portal.PackageIdAsync("ec-premium");
        var form = await (await staff.Browser.GetAsync("/staff/sites")).FollowAsync("a[href='/staff/sites/add']");
        var page = await form.SubmitAsync(new()
        {
            ["Name"] = "Tailspin",
            ["HostName"] = "Tailspin.Meetings.Example",
            ["Currency"] = "eur",
            [$"Packages[{package}]"] = "yes",
        });
        var id = await staff.Portal.SiteIdAsync("tailspin.meetings.example");
        Assert.Equal($"/staff/sites/{id}/details", page.Path);
        Assert.Equal("ec-premium", (await staff.Portal.LastAuditAsync<SiteAdded>()).Site.After!.Packages[0]);

        var email = await staff.Portal.AddHostAsync("Newcomer");
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(email);
        Assert.Null((await host.GetAsync("/assist")).Find("input[value=ec-premium]"));
        var members = await page.FollowAsync("nav.switch a[href$=members]");
        (await members.SubmitAsync(new() { ["Email"] = "nobody@nowhere.example" })).AssertOnlyWrong(
            staff.Portal, "en", "Email", "Sites.Email.Unknown");
        members = await members.SubmitAsync(new() { ["Email"] = $" {email.ToUpperInvariant()}" });
        (await members.SubmitAsync(new() { ["Email"] = email })).AssertOnlyWrong(
            staff.Portal, "en", "Email", "Sites.Email.Already");
        Assert.Contains("EUR", (await host.GetAsync("/assist")).Text, StringComparison.Ordinal);

        await members.SubmitFormAsync("td form");
        Assert.Null((await host.GetAsync("/assist")).Find("input[value=ec-premium]"));
        Assert.Empty(await staff.Portal.InDatabaseAsync(
            db => db.Set<SiteMember>().Where(member => member.SiteId == id).ToListAsync()));
        Assert.Equal(
            (await staff.Portal.LastAuditAsync<SiteMemberAdded>()).UserId,
            (await staff.Portal.LastAuditAsync<SiteMemberRemoved>()).UserId);
    }

    [Fact]
    public async Task Somebody_without_the_role_of_a_host_is_marked()
    {
        staff.Browser.AcceptLanguage = "en";
        var members = await (await staff.SiteFormAsync(PortalPeople.Formosa, "members")).SubmitAsync(
            new() { ["Email"] = "producer@demo.example" });
        Assert.Single(members.All("tbody .badge"));
        Assert.Contains(staff.Portal.Words("en", "Sites.Members.NoHost"), members.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_without_rates_in_the_sites_currency_are_told()
    {
        staff.Browser.AcceptLanguage = "en";
        var form = await staff.SiteFormAsync(PortalPeople.Formosa);
        Assert.Null(form.Find("#without-rates"));
        var page = await form.SubmitAsync(new() { ["Currency"] = "CHF" });
        Assert.Equal(3, page.All("#without-rates li").Count);
        Assert.EndsWith("/rates/CHF", page.Get("#without-rates a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Formosa", (await page.FollowAsync("#without-rates a")).Text + (await staff.Browser.GetAsync(
            $"/staff/packages/{await staff.Portal.PackageIdAsync("mc-premium")}/rates")).Get(
                "#missing-rates").TextContent, StringComparison.Ordinal);
        await page.SubmitAsync(new() { ["Currency"] = "TWD" });
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_though_only_packages_differ()
    {
        staff.Browser.AcceptLanguage = "en";
        var package = await staff.Portal.PackageIdAsync("mc-premium");
        var (first, second) =
            (await staff.SiteFormAsync(PortalPeople.Northwind), await staff.SiteFormAsync(PortalPeople.Northwind));
        await first.SubmitAsync(new() { [$"Packages[{package}]"] = null });
        var told = await second.SubmitAsync(new() { ["Name"] = "Northwind Shows" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.NotNull(told.Find("#changed-meanwhile"));
        Assert.Equal(("Northwind Shows", "yes"), (told.Value("Name"), told.Value($"Packages[{package}]")));
        await told.SubmitAsync();
        var change = (await staff.Portal.LastAuditAsync<SiteChanged>()).Site;
        Assert.Equal((3, 4), (change.Before!.Packages.Count, change.After!.Packages.Count));
    }

    [Fact]
    public async Task A_host_name_does_not_leave_its_scheduling_page_behind()
    {
        staff.Browser.AcceptLanguage = "en";
        var id = await staff.Portal.SiteIdAsync(PortalPeople.Northwind);
        var page = $"https://{PortalPeople.Northwind}/schedule";
        await (await staff.Browser.GetAsync($"/staff/sites/{id}")).SubmitAsync(new() { ["SchedulingPage"] = page });
        var told = await (await staff.SiteFormAsync(PortalPeople.Northwind)).SubmitAsync(
            new() { ["HostName"] = "other.meetings.example" });
        told.AssertOnlyWrong(staff.Portal, "en", "HostName", $"Sites.HostName.SchedulingPage|{page}");
        await (await staff.Browser.GetAsync($"/staff/sites/{id}")).SubmitAsync(new() { ["SchedulingPage"] = "" });
    }
}
