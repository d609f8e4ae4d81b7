using System.Net;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Packages;

public sealed class DraftListTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task An_order_that_was_only_looked_at_is_not_offered_again()
    {
        using var browser = await HostAsync("Onlooker");
        await browser.BeginAsync();
        Assert.Empty((await browser.GetAsync("/assist")).All("a[href$='/continue']"));
    }

    [Fact]
    public async Task An_order_with_something_typed_is_continued_where_it_was_left()
    {
        using var browser = await HostAsync("Returner");
        var lookup = await browser.ToMeetingLookupAsync();
        var page = await browser.GetAsync("/assist");
        Assert.Contains(portal.Words("en", "Packages.Drafts.Title"), page.Text, StringComparison.Ordinal);
        Assert.Equal(lookup.Path, (await page.FollowAsync("main .btn[href$='/continue']")).Path);
    }

    [Fact]
    public async Task An_order_with_refused_typing_is_continued_with_it()
    {
        using var browser = await HostAsync("Mistyper");
        var step = await browser.BeginAsync();
        await step.SubmitAsync(new() { ["Phone"] = "call me", ["StartDate"] = "some day" });
        var page = await (await browser.GetAsync("/assist")).FollowAsync("main .btn[href$='/continue']");
        Assert.Equal("call me", page.At("availability").Value("Phone"));
        Assert.Equal("some day", page.Value("StartDate"));
    }

    [Fact]
    public async Task Dropping_an_order_frees_the_producer_and_says_so()
    {
        using var browser = await HostAsync("Dropper");
        var draft = (await browser.ToMeetingLookupAsync()).Draft();
        Assert.True(await IsHeldAsync(draft));
        var page = await (await browser.GetAsync("/assist")).SubmitFormAsync(
            $"form[action='/assist/order/{draft}/discard']");
        Assert.Equal("/assist", page.Path);
        Assert.Equal(portal.Words("en", "Packages.Notice.Discarded"), page.Get(".notice").TextContent.Trim());
        Assert.Empty(page.All("a[href$='/continue']"));
        Assert.False(await IsHeldAsync(draft));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/assist/order/{draft}/availability")).Status);
        Assert.Null((await browser.GetAsync("/assist")).Find(".notice--success"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Cancel_assist_services_in_a_step_drops_the_order_and_frees_the_producer(int step)
    {
        using var browser = await HostAsync($"Canceller{step}");
        var page = step switch
        {
            1 => await browser.BeginAsync(),
            2 => await browser.ToMeetingLookupAsync(),
            _ => await browser.ToEventInformationAsync(),
        };
        var draft = page.Draft();
        var after = await page.SubmitAsync(button: "button[form=discard-form]");
        Assert.Equal("/assist", after.Path);
        Assert.False(await IsHeldAsync(draft));
        Assert.False(await portal.InDatabaseAsync(db => db.Set<OrderDraft>().AnyAsync(item => item.Id == draft)));
    }

    [Fact]
    public async Task An_order_runs_out_after_thirty_days_without_work_on_it()
    {
        using var own = new PortalFactory();
        using var browser = own.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToMeetingLookupAsync();
        own.Clock.Advance(Duration.FromDays(30) - Duration.FromMinutes(1));
        Assert.NotEmpty((await browser.GetAsync("/assist")).All("a[href$='/continue']"));
        own.Clock.Advance(Duration.FromMinutes(1));
        Assert.Empty((await browser.GetAsync("/assist")).All("a[href$='/continue']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(step.Path)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound, (await browser.GetAsync($"/assist/order/{step.Draft()}/continue")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound, (await browser.GetAsync($"/assist/order/{step.Draft()}/confirmation")).Status);
    }

    private async Task<PortalClient> HostAsync(string name)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(await portal.AddHostAsync(name, PortalPeople.Northwind));
        return browser;
    }

    private Task<bool> IsHeldAsync(Guid draft) =>
        portal.InDatabaseAsync(db => db.Set<Reservation>().AnyAsync(item => item.DraftId == draft));
}
