using AssistPortal.BrowserTests.Browsing;
using AssistPortal.BrowserTests.Ordering;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

public sealed class KeyboardTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 375)]
    public Task An_order_is_placed_without_a_mouse(string theme, int width) =>
        VisitAsync(new Look("en", theme, width), async visitor =>
        {
            var keyboard = new KeyboardUser(visitor);
            var wizard = new Wizard(visitor);
            await visitor.GoAsync("/account/sign-in?ReturnUrl=%2Fassist");
            await keyboard.TypeAsync("#Email", TestSupport.Portal.Journeys.Host);
            await keyboard.TypeAsync("#Password", AssistPortal.Data.Accounts.DemoAccounts.Password);
            await keyboard.PressEnterAsync();

            await keyboard.TabToAsync("form:has(input[value=ec-premium]) button");
            await keyboard.PressEnterAsync();
            await keyboard.TypeAsync("#StartDate", "02152027");
            await keyboard.TypeAsync("#StartTime", width == 375 ? "0100PM" : "1000AM");
            await keyboard.PressEnterAsync();
            wizard.At("meeting-lookup");

            await keyboard.TabToAsync("input[name=IsScheduled]");
            await visitor.Page.Keyboard.PressAsync("Space");
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(visitor.At("input[name=IsScheduled][value=no]")).ToBeCheckedAsync();
            await keyboard.TabToAsync(Wizard.Next);
            await keyboard.PressEnterAsync();
            wizard.At("event-information");

            await keyboard.TabToAsync(Wizard.Next);
            await keyboard.PressEnterAsync();
            await Assertions.Expect(visitor.At(".error-summary")).ToBeFocusedAsync();
            await keyboard.TabToAsync(".error-summary a[href='#Topic']");
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(visitor.At("#Topic")).ToBeFocusedAsync();
            await keyboard.AssertFocusShowsAsync();
            await visitor.Page.Keyboard.TypeAsync("Ordered without a mouse");
            await keyboard.TypeAsync("#ExpectedAttendees", "12");
            await keyboard.TabToAsync(Wizard.Next);
            await keyboard.PressEnterAsync();
            wizard.At("confirmation");
            await keyboard.TabThroughAsync();
        });

    [Theory]
    [InlineData("/assist")]
    [InlineData("/assist/compare")]
    [InlineData("/resources")]
    public Task Every_stop_of_the_tab_key_is_seen(string path) =>
        VisitAsHostAsync(new Look("en", "light", 375), async visitor =>
        {
            await visitor.GoAsync(path);
            await new KeyboardUser(visitor).TabThroughAsync();
        });

    [Fact]
    public Task The_first_stop_skips_to_the_main_content() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var keyboard = new KeyboardUser(visitor);
        await visitor.GoAsync("/assist");
        await keyboard.TabAsync();
        await Assertions.Expect(visitor.At(".skip-link")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.At("#main")).ToBeFocusedAsync();
        await keyboard.TabAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
    });

    [Fact]
    public Task The_comparison_opens_and_closes_and_gives_the_focus_back() =>
        VisitAsHostAsync(Look.Plain, async visitor =>
        {
            var keyboard = new KeyboardUser(visitor);
            await new Wizard(visitor).BeginAsync();
            await keyboard.TabToAsync("a[data-dialog=comparison]");
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(visitor.At("#comparison")).ToBeVisibleAsync();
            await visitor.CheckAsync("1-availability-comparison");
            await keyboard.TabAsync();
            Assert.True(
                await visitor.Page.EvaluateAsync<bool>("() => document.activeElement.closest('dialog') !== null"));
            await visitor.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(visitor.At("#comparison")).ToBeHiddenAsync();
            await Assertions.Expect(visitor.At("a[data-dialog=comparison]")).ToBeFocusedAsync();

            await visitor.Page.Keyboard.PressAsync("Enter");
            await visitor.At("#comparison [data-close-dialog]").ClickAsync();
            await Assertions.Expect(visitor.At("#comparison")).ToBeHiddenAsync();
            await Assertions.Expect(visitor.At("a[data-dialog=comparison]")).ToBeFocusedAsync();
        });

    [Theory]
    [InlineData("button[name=Language]")]
    [InlineData("button[name=Theme]")]
    [InlineData("form[action='/account/sign-out'] .menu__item")]
    public Task A_menu_opens_with_Enter_and_closes_with_Escape(string item) =>
        VisitAsHostAsync(Look.Plain, async visitor =>
        {
            var keyboard = new KeyboardUser(visitor);
            await visitor.GoAsync("/assist");
            var menu = visitor.At($"details.menu:has({item})");
            await keyboard.TabToAsync($"details.menu:has({item}) summary");
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(visitor.At(item).First).ToBeVisibleAsync();
            await keyboard.TabAsync();
            await Assertions.Expect(visitor.At(item).First).ToBeFocusedAsync();
            await visitor.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(visitor.At(item).First).ToBeHiddenAsync();
            await Assertions.Expect(menu.Locator("summary")).ToBeFocusedAsync();
        });

    [Fact]
    public Task Signing_out_by_keyboard() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var keyboard = new KeyboardUser(visitor);
        await visitor.GoAsync("/resources");
        await keyboard.TabToAsync("details.menu:has(form[action='/account/sign-out']) summary");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await keyboard.TabToAsync("form[action='/account/sign-out'] button");
        await keyboard.PressEnterAsync();
        Assert.Equal("/account/signed-out", visitor.Path);
    });
}
