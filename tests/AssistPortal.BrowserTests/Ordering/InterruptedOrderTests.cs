using AssistPortal.Assist.Orders;
using AssistPortal.BrowserTests.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

/// <summary>
/// People who open two tabs, go back, refresh, click twice, or come back after their session has ended.
/// </summary>
public sealed class InterruptedOrderTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public Task Two_orders_in_two_tabs_do_not_mix() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var wizard = new Wizard(visitor);
        await wizard.BeginAsync();
        await visitor.At("#Company").FillAsync("First Company");
        await wizard.PassAvailabilityAsync();

        var first = await visitor.OpenTabAsync();
        await wizard.BeginAsync("ec-standard");
        await visitor.At("#Company").FillAsync("Second Company");
        await wizard.PassAvailabilityAsync();
        await wizard.PassMeetingLookupAsync();

        var second = visitor.Page;
        visitor.TurnTo(first);
        await wizard.PassMeetingLookupAsync();
        await wizard.FillEventAsync("The first tab's event");

        visitor.TurnTo(second);
        await wizard.FillEventAsync("The second tab's event");
        await wizard.NextAsync();
        await AssertOrderedAsync(visitor, "Second Company", "The second tab's event");

        visitor.TurnTo(first);
        await wizard.NextAsync();
        await AssertOrderedAsync(visitor, "First Company", "The first tab's event");
    });

    [Fact]
    public Task Back_and_refresh_keep_what_was_answered() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var wizard = new Wizard(visitor);
        await wizard.BeginAsync();
        await visitor.At("#Company").FillAsync("Kept Company");
        await wizard.PassAvailabilityAsync();
        await visitor.Page.GoBackAsync();
        wizard.At("availability");
        await Assertions.Expect(visitor.At("#Company")).ToHaveValueAsync("Kept Company");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.At("#Company")).ToHaveValueAsync("Kept Company");
        await visitor.Page.GoForwardAsync();
        await wizard.PassMeetingLookupAsync();
        await wizard.FillEventAsync("Typed, then back");
        await visitor.PressAsync("#step-form .form__actions button[name=Back]");
        wizard.At("meeting-lookup");
        await Assertions.Expect(visitor.At("input[name=IsScheduled][value=no]")).ToBeCheckedAsync();
        await wizard.NextAsync();
        await Assertions.Expect(visitor.At("#Topic")).ToHaveValueAsync("Typed, then back");
    });

    [Fact]
    public Task Back_and_refresh_after_ordering_show_the_same_order() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var wizard = new Wizard(visitor);
        var number = await wizard.OrderAsync("Ordered once, looked at often");
        await visitor.Page.ReloadAsync();
        Assert.Equal(number, await wizard.RequestNumberAsync());
        await visitor.Page.GoBackAsync();
        wizard.At("confirmation");
        Assert.Equal(number, await wizard.RequestNumberAsync());
        Assert.Equal(1, await OrdersAsync("Ordered once, looked at often"));
    });

    [Fact]
    public Task A_double_click_on_submit_places_one_order() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var wizard = new Wizard(visitor);
        await wizard.BeginAsync();
        await wizard.PassAvailabilityAsync();
        await wizard.PassMeetingLookupAsync();
        await wizard.FillEventAsync("Clicked twice");
        await visitor.ArriveAsync(() => visitor.At(Wizard.Next).DblClickAsync());
        wizard.At("confirmation");
        Assert.Equal(1, await OrdersAsync("Clicked twice"));
    });

    [Fact]
    public Task Cancelling_drops_the_order_and_says_so() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var wizard = new Wizard(visitor);
        await wizard.BeginAsync();
        await wizard.PassAvailabilityAsync();
        await wizard.PassMeetingLookupAsync();
        await visitor.PressAsync("button[form=discard-form]");
        Assert.Equal("/assist", visitor.Path);
        await Assertions.Expect(visitor.At(".notice--success")).ToBeVisibleAsync();
        await visitor.CheckAsync("0-assist-cancelled");
    });

    [Theory]
    [InlineData("en", "light", 1280)]
    [InlineData("zh-Hant", "dark", 375)]
    public Task A_session_that_ended_in_the_middle_loses_nothing(string language, string theme, int width) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await wizard.PassAvailabilityAsync();
            await wizard.PassMeetingLookupAsync();
            await wizard.FillEventAsync("Typed as the session ended");
            await visitor.Profile.ClearCookiesAsync();
            await wizard.NextAsync();
            await visitor.CheckAsync("0-session-ended");
            await visitor.EnterCredentialsAsync();
            await visitor.CheckAsync("0-signed-in-again");
            await visitor.PressAsync("main form button");
            wizard.At("confirmation");
            await Assertions.Expect(visitor.At("main")).ToContainTextAsync("Typed as the session ended");
        });

    private static async Task AssertOrderedAsync(Visitor visitor, string company, string topic)
    {
        new Wizard(visitor).At("confirmation");
        await Assertions.Expect(visitor.At("main")).ToContainTextAsync(company);
        await Assertions.Expect(visitor.At("main")).ToContainTextAsync(topic);
    }

    private Task<int> OrdersAsync(string topic) =>
        Portal.InDatabaseAsync(db => db.Set<Order>().CountAsync(order => order.Event.Topic == topic));
}
