using System.Net;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>What no form of ours sends, but somebody may.</summary>
public sealed class HostileInputTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    [Theory]
    [InlineData("StartDate", "-9998-01-01")]
    [InlineData("StartDate", "9999-12-31")]
    [InlineData("TimeZone", "UTC+00:07")]
    [InlineData("TimeZone", "UTC+18")]
    [InlineData("Alternative", "-9998-01-01T00:00:00Z")]
    [InlineData("Alternative", "9999-12-31T23:59:59Z")]
    [InlineData("Pick", "-9998-01-01T00:00")]
    [InlineData("Pick", "9999-12-31T23:45")]
    [InlineData("FreeTimesFrom", "9999-12-31")]
    [InlineData("FreeTimesFrom", "-9998-01-01")]
    [InlineData("Day", "9999-12-31")]
    [InlineData("Day", "-9998-01-01")]
    public async Task Moments_at_the_end_of_time_are_told_and_spoil_nothing(string field, string value)
    {
        var step = await host.Browser.BeginAsync();
        var (action, prepared) = step.Prepare(new() { ["StartDate"] = "2027-02-03", ["StartTime"] = "23:45" });
        var fields = prepared.Where(item => item.Key != field).Append(KeyValuePair.Create(field, value)).ToList();
        var page = await host.Browser.PostAsync(action, fields);
        Assert.True((int)page.Status < 500, page.Describe());
        page = await host.Browser.GetAsync(
            $"/assist/order/{step.Draft()}/free-times?{field}={Uri.EscapeDataString(value)}&TimeZone=Etc/UTC"
                + $"&SiteId={step.Value("SiteId")}&PackageCode={step.Value("PackageCode")}");
        Assert.True((int)page.Status < 500, page.Describe());
        page = await host.Browser.GetAsync(step.Path);
        Assert.True((int)page.Status < 500, page.Describe());
    }

    [Fact]
    public async Task What_is_kept_of_a_refused_form_has_bounds()
    {
        var step = await host.Browser.BeginAsync();
        await step.SubmitAsync(new() { ["FirstName"] = new string('x', 60_000) });
        var kept = (await host.DraftAsync(step)).Unfinished;
        Assert.InRange(kept.Sum(form => form.Fields.Values.Sum(value => value.Length)), 10_000, 12_000);
    }

    [Fact]
    public async Task A_host_holds_only_so_many_producers_and_has_only_so_many_drafts()
    {
        using var portal = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Ordering:MostHolds"] = "2",
                ["Ordering:MostDrafts"] = "3",
            },
        });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var drafts = new List<Guid>();
        for (var number = 0; number < 4; number++)
        {
            drafts.Add((await browser.ToMeetingLookupAsync()).Draft());
            portal.Clock.Advance(Duration.FromMinutes(1));
        }

        var held = await portal.InDatabaseAsync(db => db.Set<Reservation>()
            .Where(item => item.HoldUntil != null).Select(item => item.DraftId!.Value).ToListAsync());
        Assert.Equal(drafts[2..].Order(), held.Order());
        var left = await portal.InDatabaseAsync(db => db.Set<OrderDraft>().Select(draft => draft.Id).ToListAsync());
        Assert.Equal(drafts[1..].Order(), left.Order());

        // The hold that was given up is taken anew at the end.
        await browser.GetAsync($"/assist/order/{drafts[1]}/continue");
        var lookup = await browser.GetAsync($"/assist/order/{drafts[1]}/meeting-lookup");
        var information = await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" });
        (await information.SubmitAsync(Journeys.EventFields())).At("confirmation");
    }

    [Fact]
    public async Task Who_left_a_site_does_not_look_into_its_meetings_through_an_old_draft()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var lookup = await browser.ToMeetingLookupAsync();
        await portal.InDatabaseAsync(db => db.Set<SiteMember>().ExecuteDeleteAsync());
        var page = await lookup.SubmitAsync(new()
        {
            ["IsScheduled"] = "yes", ["HostId"] = "host", ["HostEmail"] = Journeys.Host,
        });
        Assert.Equal((HttpStatusCode.OK, $"/assist/order/{lookup.Draft()}/availability"), (page.Status, page.Path));
    }
}
