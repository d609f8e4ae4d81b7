using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

public sealed class SessionTimeTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Topic = "Annual customer day online";

    [Fact]
    public Task The_picked_meetings_time_can_be_used() => AtOtherTimeAsync(Look.Plain, async (visitor, wizard) =>
    {
        await visitor.PressAsync("button[name=SessionTime][value=use]");
        wizard.At("event-information");
        await Assertions.Expect(visitor.At("#Topic")).ToHaveValueAsync(Topic);
        await Assertions.Expect(visitor.At(".summary-list")).ToContainTextAsync("11:00");
    });

    [Fact]
    public Task Ones_own_time_can_be_kept_without_script() =>
        AtOtherTimeAsync(Look.Plain with { Script = false }, async (visitor, wizard) =>
        {
            var own = await visitor.At(".summary-list__row").Nth(2).Locator("dd").First.InnerTextAsync();
            await visitor.PressAsync("button[name=SessionTime][value=keep]");
            wizard.At("event-information");
            Assert.Equal(own, await visitor.At(".summary-list__row").Nth(2).Locator("dd").First.InnerTextAsync());
        });

    [Fact]
    public Task No_meeting_found_leads_on_by_hand() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var wizard = new Wizard(visitor);
        await wizard.BeginAsync();
        await wizard.PassAvailabilityAsync();
        await SayYesAsync(visitor, "nobody-of-that-name");
        await visitor.CheckAsync("2-meeting-lookup-none");
        await visitor.PressAsync("button[name=SessionKey]");
        wizard.At("event-information");
    });

    private Task AtOtherTimeAsync(Look look, Func<Visitor, Wizard, Task> visit) =>
        VisitAsHostAsync(look, async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await wizard.PassAvailabilityAsync();
            await SayYesAsync(visitor, "host");
            await visitor.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = Topic }).CheckAsync();
            await wizard.NextAsync();
            await visit(visitor, wizard);
        });

    private static async Task SayYesAsync(Visitor visitor, string hostId)
    {
        await visitor.At("input[name=IsScheduled][value=yes]").CheckAsync();
        await visitor.At("#HostId").FillAsync(hostId);
        await visitor.At("#HostEmail").FillAsync(Journeys.Host);
        await visitor.PressAsync(Wizard.Next);
    }
}
