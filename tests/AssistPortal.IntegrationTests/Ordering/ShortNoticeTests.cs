using System.Net;
using AssistPortal.Assist.Ordering;
using AssistPortal.Data.Audit;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>A coordinator lets a host order sooner than the lead time. It is 2026-12-01 09:00 UTC.</summary>
public sealed class ShortNoticeTests : IDisposable
{
    private const string Reason = "Their <producer> fell ill 🤒";
    private static readonly FreeMoment Soon = new(new LocalDateTime(2026, 12, 3, 11, 0));
    private static readonly FreeMoment AlsoSoon = new(new LocalDateTime(2026, 12, 4, 11, 0));

    private readonly PortalFactory portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task One_order_may_be_placed_sooner_and_keeps_the_reason_for_coordinators()
    {
        using var host = await BrowserAsync(Journeys.Host);
        var step = await host.BeginAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await step.SubmitAsync(Soon.Fields())).Status);
        using var staff = await BrowserAsync("coordinator@demo.example");
        var list = await GiveAsync(staff);
        Assert.Contains(Journeys.Host, list.Text, StringComparison.Ordinal);
        Assert.Contains(Reason, list.Text, StringComparison.Ordinal);

        var begun = await host.BeginAsync();
        Assert.Contains("24", begun.Get(".notice--info").TextContent, StringComparison.Ordinal);
        var tooSoon = await begun.SubmitAsync(new FreeMoment(new LocalDateTime(2026, 12, 2, 3, 45)).Fields());
        tooSoon.AssertOnlyWrong(portal, "en", "StartTime", "Ordering.StartTime.TooSoon|24");
        var number = (await host.OrderAsync(moment: Soon)).RequestNumber();

        Assert.Equal(Soon.Start, (await portal.ReadAsync(number)).Time.Start);
        Assert.Null((await host.BeginAsync()).Find(".notice--info"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await (await host.BeginAsync()).SubmitAsync(AlsoSoon.Fields())).Status);
        Assert.Contains(Reason, (await staff.GetAsync($"/staff/orders/{number}")).Text, StringComparison.Ordinal);
        var own = (await host.GetAsync($"/resources/orders/{number}")).Text;
        Assert.Contains(portal.Words("en", "Timeline.Placed.ShortNotice"), own, StringComparison.Ordinal);
        Assert.DoesNotContain("fell ill", own, StringComparison.Ordinal);
        Assert.Empty(await portal.InDatabaseAsync(db => db.Set<ShortNotice>().ToListAsync()));
    }

    [Fact]
    public async Task An_order_in_good_time_leaves_it_for_another()
    {
        using var staff = await BrowserAsync("coordinator@demo.example");
        await GiveAsync(staff);
        using var host = await BrowserAsync(Journeys.Host);
        await host.OrderAsync();

        await host.OrderAsync(moment: Soon);
    }

    [Fact]
    public async Task Of_two_orders_at_once_one_is_placed_and_the_other_is_refused_with_everything_kept()
    {
        using var staff = await BrowserAsync("coordinator@demo.example");
        await GiveAsync(staff);
        using var host = await BrowserAsync(Journeys.Host);
        var steps = new[]
        {
            await host.ToEventInformationAsync(moment: Soon),
            await host.ToEventInformationAsync(moment: AlsoSoon),
        };

        var pages = await Task.WhenAll(steps.Select(step => step.SubmitAsync(Journeys.EventFields())));

        Assert.Single(pages, page => page.Path.EndsWith("/confirmation", StringComparison.Ordinal));
        var refused = Assert.Single(pages, page => page.Status == HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            portal.Words("en", "Ordering.Refusal.OutsideBookingWindow"), refused.Text, StringComparison.Ordinal);
        Assert.Equal("120", refused.Value("ExpectedAttendees"));
        Assert.Empty(portal.Log.Faults());
    }

    [Fact]
    public async Task It_can_be_withdrawn_and_runs_out()
    {
        using var staff = await BrowserAsync("coordinator@demo.example");
        using var host = await BrowserAsync(Journeys.Host);
        var withdrawn = await (await GiveAsync(staff)).SubmitFormAsync("td form");
        Assert.Contains(portal.Words("en", "ShortNotices.Notice.Withdrawn"), withdrawn.Text, StringComparison.Ordinal);
        Assert.Null((await host.BeginAsync()).Find(".notice--info"));
        Assert.Equal(
            ["short-notice.given", "short-notice.withdrawn"],
            await portal.InDatabaseAsync(db => db.Set<AuditEntry>()
                .Where(entry => entry.Subject == nameof(ShortNotice))
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()));

        await GiveAsync(staff);
        Assert.Single((await GiveAsync(staff)).All("tbody tr"));
        portal.Clock.Advance(ShortNotice.ValidFor);
        using var later = await BrowserAsync(Journeys.Host);
        Assert.Null((await later.BeginAsync()).Find(".notice--info"));
    }

    [Theory]
    [InlineData("Email", "", "ShortNotices.Email.Missing")]
    [InlineData("Email", "nobody@nowhere.example", "ShortNotices.Email.Unknown")]
    [InlineData("Email", "producer@demo.example", "ShortNotices.Email.Unknown")]
    [InlineData("Reason", " ", "ShortNotices.Reason.Error|500")]
    public async Task A_wrong_field_gets_its_own_message(string field, string value, string sentence)
    {
        using var staff = await BrowserAsync("coordinator@demo.example");
        var form = await staff.GetAsync("/staff/short-notice");

        var page = await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Reason"] = Reason, [field] = value });

        page.AssertOnlyWrong(portal, "en", field, sentence);
    }

    private static async Task<PortalPage> GiveAsync(PortalClient staff) =>
        await (await staff.GetAsync("/staff/short-notice")).SubmitAsync(
            new() { ["Email"] = $" {Journeys.Host.ToUpperInvariant()}", ["Reason"] = Reason });

    private async Task<PortalClient> BrowserAsync(string email)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }
}
