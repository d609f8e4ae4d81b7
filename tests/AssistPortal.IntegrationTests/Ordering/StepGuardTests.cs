using System.Net;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class StepGuardTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    [Theory]
    [InlineData("meeting-lookup")]
    [InlineData("event-information")]
    [InlineData("confirmation")]
    [InlineData("continue")]
    public async Task Before_step_1_is_passed_every_later_step_leads_back_to_it(string step)
    {
        var draft = (await host.Browser.BeginAsync()).Draft();
        (await host.Browser.GetAsync($"/assist/order/{draft}/{step}")).At("availability");
    }

    [Theory]
    [InlineData("event-information")]
    [InlineData("confirmation")]
    [InlineData("continue")]
    public async Task Before_step_2_is_passed_every_later_step_leads_back_to_it(string step)
    {
        var draft = (await host.Browser.ToMeetingLookupAsync()).Draft();
        (await host.Browser.GetAsync($"/assist/order/{draft}/{step}")).At("meeting-lookup");
        (await host.Browser.GetAsync($"/assist/order/{draft}/availability")).At("availability");
    }

    [Fact]
    public async Task Before_the_order_is_placed_its_confirmation_leads_back_to_step_3()
    {
        var draft = (await host.Browser.ToEventInformationAsync()).Draft();
        (await host.Browser.GetAsync($"/assist/order/{draft}/confirmation")).At("event-information");
        (await host.Browser.GetAsync($"/assist/order/{draft}/meeting-lookup")).At("meeting-lookup");
        (await host.Browser.GetAsync($"/assist/order/{draft}/availability")).At("availability");
    }

    [Fact]
    public async Task A_form_posted_too_early_changes_nothing()
    {
        var first = await host.Browser.BeginAsync("mc-premium");
        var ready = await host.Browser.ToEventInformationAsync();
        var fields = ready.Prepare(Journeys.EventFields()).Fields;
        var page = await host.Browser.PostAsync($"/assist/order/{first.Draft()}/event-information", fields);
        page.At("availability");
        var draft = await host.DraftAsync(first);
        Assert.Null(draft.Event);
        Assert.Empty(draft.Unfinished);
    }

    [Fact]
    public async Task Changing_to_a_package_that_wants_the_meeting_scheduled_opens_step_2_again()
    {
        var lookup = await host.Browser.ToMeetingLookupAsync("ec-premium");
        var information = (await lookup.SubmitAsync()).At("event-information");
        var back = await host.Browser.GetAsync($"/assist/order/{information.Draft()}/availability");
        (await back.SubmitAsync(new() { ["PackageCode"] = "tc-premium" })).At("meeting-lookup");
        (await host.Browser.GetAsync(information.Path)).At("meeting-lookup");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_package_that_the_site_no_longer_offers_leads_back_to_step_1_which_says_so(bool isRemoved)
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        await portal.InDatabaseAsync(async db =>
        {
            var draft = await db.Set<OrderDraft>().SingleAsync(item => item.Id == step.Draft());
            await (isRemoved
                ? db.EditAsync(
                    db.Set<ServicePackage>().Include(item => item.RateCards).Where(item => item.Id == draft.PackageId),
                    item => item.RateCards.ToList().ForEach(card => item.RemoveRates(card.Currency)))
                : db.EditAsync(db.Set<Site>().Where(item => item.Id == draft.SiteId), item => item.PriceIn("CHF")));
        });
        foreach (var path in new[] { "meeting-lookup", "event-information" })
        {
            var first = (await browser.GetAsync($"/assist/order/{step.Draft()}/{path}")).At("availability");
            Assert.Contains("PackageCode", first.Errors.Keys);
            Assert.NotEmpty(first.ErrorSummary);
        }

        (await step.SubmitAsync(Journeys.EventFields())).At("availability");
        Assert.False(
            await portal.InDatabaseAsync(db => db.Set<Order>().AnyAsync(order => order.DraftId == step.Draft())));
        var kept = (await portal.InDatabaseAsync(
            db => db.Set<OrderDraft>().SingleAsync(item => item.Id == step.Draft()))).Unfinished
            .Single(form => form.Step == OrderStep.EventInformation);
        Assert.Equal(Journeys.EventFields()["Topic"], kept.Fields["Topic"]);
    }

    [Fact]
    public async Task Each_step_of_a_placed_order_leads_to_its_confirmation()
    {
        var confirmation = await host.Browser.OrderAsync();
        foreach (var step in new[]
        {
            "availability",
            "meeting-lookup",
            "event-information",
            "confirmation",
            "continue",
        })
        {
            var page = await host.Browser.GetAsync($"/assist/order/{confirmation.Draft()}/{step}");
            Assert.Equal(confirmation.RequestNumber(), page.At("confirmation").RequestNumber());
        }
    }

    [Theory]
    [InlineData("/assist/order/not-a-guid/availability")]
    [InlineData("/assist/order/00000000-0000-0000-0000-000000000000/availability")]
    [InlineData("/assist/order/00000000-0000-0000-0000-000000000000/confirmation")]
    [InlineData("/assist/order//availability")]
    public async Task An_order_that_never_was_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser.GetAsync(path)).Status);

    [Fact]
    public async Task A_draft_that_ran_out_is_not_found_at_any_step()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var draft = (await browser.ToEventInformationAsync()).Draft();
        portal.Clock.Advance(Duration.FromDays(31));
        foreach (var step in new[]
        {
            "availability",
            "meeting-lookup",
            "event-information",
            "confirmation",
            "continue",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/assist/order/{draft}/{step}")).Status);
        }
    }

    [Fact]
    public async Task A_confirmation_stays_long_after_the_draft_would_have_run_out()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var confirmation = await browser.OrderAsync();
        portal.Clock.Advance(Duration.FromDays(400));
        Assert.Equal(confirmation.RequestNumber(), (await browser.GetAsync(confirmation.Path)).RequestNumber());
    }

    [Fact]
    public async Task Two_orders_at_once_do_not_mix()
    {
        var (one, two) = (FreeMoment.Next(), FreeMoment.Next());
        var first = await host.Browser.BeginAsync("ec-standard");
        var second = await host.Browser.BeginAsync("mc-premium");
        Assert.NotEqual(first.Draft(), second.Draft());
        first = await first.SubmitAsync(Changed(one, "One"));
        second = await second.SubmitAsync(Changed(two, "Two"));
        second = await second.SubmitAsync(new() { ["IsScheduled"] = "no" });
        first = await first.SubmitAsync(new() { ["IsScheduled"] = "no" });
        var refused = await first.SubmitAsync(
            Journeys.EventFields(new() { ["Topic"] = "First", ["ExpectedAttendees"] = "none" }));
        var secondDone = await second.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = "Second" }));
        Assert.Equal("First", refused.Value("Topic"));
        var firstDone = await refused.SubmitAsync(new() { ["ExpectedAttendees"] = "7" });

        var orders = new[] { await host.OrderAsync(firstDone), await host.OrderAsync(secondDone) };
        Assert.Equal(["First", "Second"], orders.Select(order => order.Event.Topic));
        Assert.Equal([one.Start, two.Start], orders.Select(order => order.Time.Start));
        Assert.Equal(["One", "Two"], orders.Select(order => order.Contact.FirstName));
        Assert.Equal(2, orders.Select(order => order.PackageId).Distinct().Count());
        Assert.False(await host.Portal.InDatabaseAsync(db => db.Set<OrderDraft>()
            .AnyAsync(draft => draft.Id == orders[0].DraftId || draft.Id == orders[1].DraftId)));
    }

    private static Dictionary<string, string?> Changed(FreeMoment moment, string name) =>
        new(moment.Fields(), StringComparer.Ordinal) { ["FirstName"] = name };
}
