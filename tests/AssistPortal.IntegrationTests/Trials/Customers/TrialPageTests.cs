using AssistPortal.IntegrationTests.Trials.Convert;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.Customers;

public sealed class TrialPageTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    [Fact]
    public async Task The_time_line_of_a_new_trial_has_every_date_to_come()
    {
        var id = await browser.StartedAsync(
            ("Services", "Message,Call"), ("Amount_Call", "2"), ("PhoneNumbers", "+1 303 555 0090"));
        var page = await browser.GetAsync($"/trials/{id}");
        Assert.Equal(
            [
                ("start", "2026-12-01", "done"),
                ("notice-ends-soon", "2026-12-24", "due"),
                ("grace", "2026-12-31", "due"),
                ("notice-expired", "2026-12-31", "due"),
                ("cut-off", "2027-01-30", "due"),
                ("notice-ended", "2027-01-30", "due"),
                ("numbers-released", "2027-02-14", "due"),
            ],
            Events(page));
        Assert.Contains("UTC", page.Get("[data-event=grace]").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-12-30T23:00:00Z", page.Get("[data-event=grace] time").GetAttribute("datetime"));
    }

    [Fact]
    public async Task Notices_that_were_sent_stand_with_their_count()
    {
        var page = await PageOfAsync("Harbour Books");
        var notice = page.Get("[data-event=notice-ends-soon]");
        Assert.Equal("sent", notice.GetAttribute("data-status"));
        Assert.Contains(
            portal.Words("en", "Customers.Timeline.Readers|3|0|0"),
            PortalPage.Squeeze(notice.TextContent),
            StringComparison.Ordinal);
        Assert.Contains("Nora Svensson", page.Get("#people").TextContent, StringComparison.Ordinal);
        Assert.Contains("harbourbooks.meetings.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_paid_trial_nothing_is_to_come() =>
        Assert.Empty((await PageOfAsync("Falcon Rail")).All("[data-event][data-status=due]"));

    [Fact]
    public async Task Of_an_ended_trial_dates_and_counts_remain_and_no_names()
    {
        var page = await PageOfAsync("Orchard Foods");
        Assert.Contains(("cut-off", "2026-11-21", "done"), Events(page));
        Assert.NotNull(page.Find("#tombstone"));
        Assert.DoesNotContain("@", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", page.Source, StringComparison.Ordinal);
        Assert.Null(page.Find("#people"));
    }

    private async Task<PortalPage> PageOfAsync(string company)
    {
        var id = await portal.InDatabaseAsync(
            db => db.Set<Trial>().Where(trial => trial.Company == company).Select(trial => trial.Id).SingleAsync());
        return await browser.GetAsync($"/trials/{id}");
    }

    private static IEnumerable<(string?, string?, string?)> Events(PortalPage page) =>
        page.All("[data-event]").Select(item =>
            (item.GetAttribute("data-event"), item.GetAttribute("data-date"), item.GetAttribute("data-status")));
}
