using System.Net;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What can be chosen on the schedule, by links and one form that is got, and what is no choice.</summary>
public sealed class ScheduleControlTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Coordinator = "coordinator@demo.example";

    [Theory]
    [InlineData("date=banana")]
    [InlineData("date=2027-02-30")]
    [InlineData("date=2019-12-31")]
    [InlineData("date=9999-12-31")]
    [InlineData("date=0001-01-01")]
    [InlineData("date=-9998-01-01&view=week")]
    [InlineData("date=%00")]
    public async Task A_date_that_is_none_is_told_in_each_language(string query) =>
        await AssertErrorAsync(query, "Date", "Schedule.Date.Error|@2020-01-01|@2099-12-31");

    [Theory]
    [InlineData("zone=Mars/Base")]
    [InlineData("zone=UTC%2B00:07")]
    [InlineData("zone=%EF%BF%BE&view=week&date=2027-01-04")]
    public async Task A_zone_that_is_none_is_told_in_each_language(string query) =>
        await AssertErrorAsync(query, "Zone", "Times.TimeZone.Unknown");

    [Theory]
    [InlineData("view=banana")]
    [InlineData("page=banana")]
    [InlineData("page=-7")]
    [InlineData("page=2147483647")]
    [InlineData("page=99999999999")]
    [InlineData("view=week&date=2099-12-31&zone=Pacific/Kiritimati")]
    [InlineData("view=week&date=2020-01-01&zone=Etc/GMT%2B12")]
    [InlineData("date=2027年3月16日&zone=%20Asia/Taipei%20")]
    [InlineData("q=%00&package=%00")]
    public async Task Anything_else_odd_does_no_harm(string query)
    {
        using var browser = await CoordinatorAsync();
        var page = await browser.GetAsync($"/staff/schedule?{query}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.ErrorSummary);
    }

    [Fact]
    public async Task Links_lead_to_the_days_beside_and_keep_what_is_chosen()
    {
        using var browser = await CoordinatorAsync();
        const string Rest = "&zone=Asia%2FTaipei&q=Olivia&package=ec-premium";
        var page = await browser.GetAsync($"/staff/schedule?view=day&date=2027-03-01{Rest}");
        var links = page.All(".switch a").Select(link => link.GetAttribute("href"));
        Assert.Equal(
            [
                $"/staff/schedule?view=day&date=2027-03-01{Rest}",
                $"/staff/schedule?view=week&date=2027-03-01{Rest}",
                $"/staff/schedule?view=day&date=2027-02-28{Rest}",
                $"/staff/schedule?view=day{Rest}",
                $"/staff/schedule?view=day&date=2027-03-02{Rest}",
            ],
            links);
        Assert.Equal("Olivia Carter", Assert.Single(page.All("tbody th bdi")).TextContent);
        var week = await page.FollowAsync(".switch a:nth-child(2)");
        Assert.Equal($"/staff/schedule?view=week&date=2027-03-08{Rest}", week.All(".switch a")[4].GetAttribute("href"));
    }

    [Fact]
    public async Task There_is_no_day_before_the_first_nor_after_the_last()
    {
        using var browser = await CoordinatorAsync();
        Assert.Equal(4, (await browser.GetAsync("/staff/schedule?date=2020-01-01")).All(".switch a").Count);
        Assert.Equal(4, (await browser.GetAsync("/staff/schedule?date=2099-12-31")).All(".switch a").Count);
    }

    [Fact]
    public async Task The_form_is_got_with_the_names_of_the_address()
    {
        using var browser = await CoordinatorAsync();
        var page = await browser.GetAsync(
            "/staff/schedule?view=week&date=2027-03-01&zone=Asia/Taipei&q=a&package=mc-premium");
        var form = page.Get("main form");
        Assert.Equal(("get", "/staff/schedule"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal(
            ["week", "2027-03-01", "Asia/Taipei", "a", "mc-premium"],
            new[] { "view", "date", "zone", "q", "package" }.Select(page.Value));
        var names = await portal.InDatabaseAsync(async db => await db.Set<ServicePackage>()
            .OrderBy(package => package.DisplayOrder)
            .Select(package => package.Texts.Single(text => text.Language == "en").Name)
            .ToListAsync());
        Assert.Equal(
            names.Prepend(portal.Words("en", "Schedule.Package.All")),
            page.All("#Package option").Select(option => option.TextContent));
    }

    [Theory]
    [InlineData("q=nobody+of+this+name")]
    [InlineData("package=no-such-package")]
    public async Task Where_nobody_fits_all_producers_are_offered(string query)
    {
        foreach (var language in PortalWords.Languages)
        {
            using var browser = await CoordinatorAsync(language);
            var page = await browser.GetAsync($"/staff/schedule?date=2027-03-01&{query}");
            Assert.Contains(
                portal.Words(language, "Schedule.None.Text"),
                page.Get(".empty-state").TextContent,
                StringComparison.Ordinal);
            Assert.Equal(12, (await page.FollowAsync(".empty-state a")).All("tbody tr").Count);
        }
    }

    [Fact]
    public async Task Many_producers_come_in_pages()
    {
        using var own = new PortalFactory();
        await own.InDatabaseAsync(async db =>
        {
            db.AddRange(
                Enumerable.Range(0, 50).Select(number => new Producer(SampleDetails.Producer($"Zoe {number:00}"))));
            await db.SaveChangesAsync();
        });
        using var browser = own.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var page = await browser.GetAsync("/staff/schedule");
        Assert.Equal(50, page.All("tbody tr").Count);
        Assert.Contains(own.Words("en", "Schedule.Pager.Range|1|50|62"), page.Text, StringComparison.Ordinal);
        var next = await page.FollowAsync(".schedule-pager a");
        Assert.Equal("Zoe 49", next.All("tbody th bdi")[^1].TextContent);
        Assert.Contains(own.Words("en", "Schedule.Pager.Range|51|62|62"), next.Text, StringComparison.Ordinal);
        Assert.Equal(50, (await next.FollowAsync(".schedule-pager a")).All("tbody tr").Count);
    }

    private async Task AssertErrorAsync(string query, string field, string sentence)
    {
        foreach (var language in PortalWords.Languages)
        {
            using var browser = await CoordinatorAsync(language);
            var page = await browser.GetAsync($"/staff/schedule?{query}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal(new Dictionary<string, string> { [field] = portal.Words(language, sentence) }, page.Errors);
            Assert.Equal([portal.Words(language, sentence)], page.ErrorSummary);
            Assert.Empty(page.All("table"));
        }
    }

    private async Task<PortalClient> CoordinatorAsync(string language = "en")
    {
        var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        await browser.SignInAsync(Coordinator);
        return browser;
    }
}
