using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

public sealed class PreferenceTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string HostOfPreferences = "chiahao.liao@formosa.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_chosen_theme_stays(bool script) => VisitAsync(Look.Plain with { Script = script }, async visitor =>
    {
        await visitor.GoAsync("/assist/manage");
        var light = await BackgroundAsync(visitor);
        await ChooseAsync(visitor, "button[name=Theme][value=dark]");
        Assert.Equal("/assist/manage", visitor.Path);
        var dark = await BackgroundAsync(visitor);
        Assert.NotEqual(light, dark);

        await visitor.GoAsync("/account/sign-in");
        Assert.Equal(dark, await BackgroundAsync(visitor));
        await visitor.OpenTabAsync();
        await visitor.GoAsync("/");
        Assert.Equal(dark, await BackgroundAsync(visitor));

        await ChooseAsync(visitor, "button[name=Theme][value=system]");
        Assert.Equal(light, await BackgroundAsync(visitor));
    });

    [Fact]
    public Task The_chosen_language_stays_for_the_next_visit() => VisitAsHostAsync(
        Look.Plain,
        async visitor =>
        {
            await ChooseAsync(visitor, "button[name=Language][value=zh-Hant]");
            Assert.Equal("/resources", visitor.Path);
            await Assertions.Expect(visitor.At("html")).ToHaveAttributeAsync("lang", "zh-Hant");
            await visitor.Profile.ClearCookiesAsync();
            await visitor.SignInAsync(HostOfPreferences);
            await Assertions.Expect(visitor.At("h1")).ToHaveTextAsync(Words.Assist("zh-Hant", "Word.MyResources"));
        },
        HostOfPreferences);

    [Fact]
    public Task The_language_chosen_before_signing_in_holds_afterwards() => VisitAsync(Look.Plain, async visitor =>
    {
        await visitor.GoAsync("/account/sign-in?ReturnUrl=%2Fassist");
        await ChooseAsync(visitor, "button[lang=zh-Hans]");
        await visitor.EnterCredentialsAsync();
        Assert.Equal("/assist", visitor.Path);
        await Assertions.Expect(visitor.At("h1")).ToHaveTextAsync(Words.Assist("zh-Hans", "Word.AssistServices"));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_where_no_draft_keeps_it_survives_theme_and_signing_out(bool script)
    {
        const string Coordinator = "coordinator@demo.example";
        const string Typed = "Half a sentence\nand another";
        var order = await Portal.PlaceAsync();
        await VisitAsHostAsync(
            Look.Plain with { Script = script },
            async visitor =>
            {
                var path = $"/staff/orders/{order.RequestNumber}";
                await visitor.GoAsync(path);
                await visitor.At("#Message").FillAsync(Typed);
                await ChooseAsync(visitor, "button[name=Theme][value=dark]");
                await Assertions.Expect(visitor.At("#Message")).ToHaveValueAsync(Typed);

                // Another part of the same form: Enter does what it is for.
                await visitor.At("#Note").FillAsync("Seen");
                await visitor.At("#Mark").PressAsync("Enter");
                await Assertions.Expect(visitor.At(".note-list")).ToContainTextAsync("Seen");
                await visitor.At("#Message").FillAsync(Typed);

                await ChooseAsync(visitor, "form[action='/account/sign-out'] button:not([type])");
                await visitor.PressAsync("main form button");
                await visitor.EnterCredentialsAsync(Coordinator);
                await visitor.PressAsync("main form button");
                Assert.StartsWith(path, visitor.Path, StringComparison.Ordinal);
                await Assertions.Expect(visitor.At("#Message")).ToHaveValueAsync(Typed);
            },
            Coordinator);
    }

    private static async Task ChooseAsync(Visitor visitor, string item)
    {
        await visitor.At($"details.menu:has({item}) summary").ClickAsync();
        await visitor.PressAsync(item);
    }

    private static Task<string> BackgroundAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
