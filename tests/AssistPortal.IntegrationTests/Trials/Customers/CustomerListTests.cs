using AssistPortal.IntegrationTests.Trials.Convert;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.Customers;

public sealed class CustomerListTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    [Theory]
    [InlineData("all", "active", "ended", "expired", "paid")]
    [InlineData("ends7", "active")]
    [InlineData("ends30", "active")]
    [InlineData("not-contacted", "active", "expired")]
    [InlineData("expired", "expired")]
    [InlineData("paid", "paid")]
    [InlineData("ended", "ended")]
    public async Task A_filter_shows_what_it_says(string filter, params string[] states)
    {
        var page = await browser.GetAsync($"/trials?filter={filter}");
        Assert.Equal(states, page.All("tr[data-state]")
            .Select(row => row.GetAttribute("data-state")!)
            .Distinct()
            .Order(StringComparer.Ordinal));
        Assert.Equal("true", page
            .Get($".quick-filters a[href$='{(filter == "all" ? "/trials" : filter)}']")
            .GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Days_left_are_told_as_number_bar_and_date()
    {
        var page = await browser.GetAsync("/trials?q=harbour");
        var row = page.All("tr[data-trial-id]").Single();
        Assert.Equal(("active", "5"), (row.GetAttribute("data-state"), row.GetAttribute("data-days-left")));
        Assert.Contains("5 days", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("30", "5"),
            (row.QuerySelector("progress")!.GetAttribute("max"), row.QuerySelector("progress")!.GetAttribute("value")));
        Assert.Contains("America/Chicago", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Message, Meeting, Room systems", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Edit trial", "Convert to paid", "Endpoints", "Send the guide"],
            row.QuerySelectorAll(".menu__item").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task Somebodys_address_finds_their_company()
    {
        var page = await browser.GetAsync("/trials?q=CUSTOMER%40demo.example");
        Assert.Equal("Harbour Books", PortalPage.Squeeze(page.All("tr[data-trial-id] th").Single().TextContent));
        Assert.NotNull((await browser.GetAsync("/trials?q=nobody-has-this-name")).Find(".empty-state"));
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_in_each_order()
    {
        for (var at = 0; at < 55; at++)
        {
            await portal.AddTrialAsync(new TrialSketch(CloudService.Message) { Age = at % 3 });
        }

        foreach (var sort in new[] { "", "started", "ends", "ends-desc", "company", "company-desc" })
        {
            var ids = await ListedAsync($"/trials?sort={sort}");
            var file = await browser.GetAsync($"/trials/export.csv?sort={sort}");
            Assert.Equal("text/csv; charset=utf-8", file.ContentType);
            var lines = file.Source.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.StartsWith("Id,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
            Assert.True(ids.Count > 60, sort);
            Assert.Equal(ids, lines.Skip(1).Select(line => line.Split(',')[0]));
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public async Task The_list_begins_with_what_ends_first_and_what_is_over_stands_behind()
    {
        foreach (var age in new[] { 3, 25, 29, 12, 50 })
        {
            await portal.AddTrialAsync(new TrialSketch(CloudService.Message) { Age = age });
        }

        var trials = await portal.InDatabaseAsync(
            db => db.Set<Trial>().AsNoTracking().ToDictionaryAsync(trial => $"{trial.Id}"));
        var listed = (await ListedAsync("/trials")).Select(id => trials[id]).ToList();
        var live = listed
            .TakeWhile(trial => trial is { ConvertedAt: null, EndedAt: null })
            .Select(trial => trial.EndsAt)
            .ToList();
        var over = listed.Skip(live.Count).ToList();
        Assert.Equal(live.Order(), live);
        Assert.True(live.Count >= 5);
        Assert.NotEmpty(over);
        Assert.All(over, trial => Assert.NotNull(trial.ConvertedAt ?? trial.EndedAt));
        Assert.Equal(over.Select(trial => trial.EndsAt).OrderDescending(), over.Select(trial => trial.EndsAt));
    }

    [Fact]
    public async Task Whoever_was_contacted_leaves_the_section_with_a_note_behind()
    {
        var trial = await portal.AddTrialAsync(new TrialSketch(CloudService.Message) { Age = 28 });
        var list = await browser.GetAsync("/trials");
        var form = $"[data-contact-id='{trial.Id}'] form";
        var after = await list.SubmitFormAsync(form, new() { ["Note"] = "They want <b>more</b> rooms." });
        Assert.Equal("/trials", after.Path);
        Assert.Null(after.Find(form));
        Assert.Contains(
            portal.Words("en", $"Customers.Contact.Done|{trial.Company}"), after.Text, StringComparison.Ordinal);

        var page = await browser.GetAsync($"/trials/{trial.Id}");
        Assert.Contains("They want <b>more</b> rooms.", page.Get("#notes").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            portal.Words("en", "Audit.Action.trial.contacted"),
            page.Get("#acts").TextContent,
            StringComparison.Ordinal);
    }

    /// <summary>Ids of all rows, page by page.</summary>
    private async Task<List<string>> ListedAsync(string address)
    {
        List<string> ids = [];
        var page = await browser.GetAsync(address);
        while (true)
        {
            ids.AddRange(page.All("tr[data-trial-id]").Select(row => row.GetAttribute("data-trial-id")!));
            if (page.Find("a[rel=next]") is null)
            {
                return ids;
            }

            page = await page.FollowAsync("a[rel=next]");
        }
    }
}
