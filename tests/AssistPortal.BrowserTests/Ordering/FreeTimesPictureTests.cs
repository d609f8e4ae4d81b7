using AssistPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

public sealed class FreeTimesPictureTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string FirstDay = ".free-times__bar >> nth=0";
    private const string Lead = "#free-times > p";

    [Fact]
    public Task A_click_on_a_range_fills_date_and_time_without_a_round_trip() =>
        AtPictureAsync(Look.Plain, async visitor =>
        {
            var range = visitor.At("button[name=Pick]").Nth(5);
            var value = await range.GetAttributeAsync("value");
            await StayOnPageAsync(visitor, () => range.ClickAsync());
            Assert.Equal(value, await ChosenAsync(visitor));
            await Assertions.Expect(range).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions.Expect(visitor.At("#free-times [data-status]")).Not.ToBeEmptyAsync();
            await visitor.CheckAsync("1-availability-picked");
        });

    [Fact]
    public Task A_click_in_a_day_fills_a_quarter_hour_that_is_free() => AtPictureAsync(Look.Plain, async visitor =>
    {
        var day = visitor.At(".free-times__bar:has(.free-times__bar-free)").First;
        await StayOnPageAsync(visitor, () => day.Locator(".free-times__bar-free").First.ClickAsync());
        var chosen = await ChosenAsync(visitor);
        Assert.StartsWith(await day.GetAttributeAsync("data-date") ?? "no date", chosen, StringComparison.Ordinal);
        Assert.Matches(":(00|15|30|45)$", chosen);
        await visitor.PressAsync(Wizard.Next);
        new Wizard(visitor).At("meeting-lookup");
    });

    [Fact]
    public Task Without_script_a_click_fills_date_and_time_too() =>
        AtPictureAsync(Look.Plain with { Script = false }, async visitor =>
        {
            await visitor.At("#Company").FillAsync("Typed before the click");
            var range = visitor.At("button[name=Pick]").Nth(5);
            var value = await range.GetAttributeAsync("value");
            await visitor.PressAsync(range);
            Assert.Equal(value, await ChosenAsync(visitor));
            await Assertions.Expect(visitor.At("#Company")).ToHaveValueAsync("Typed before the click");
            await visitor.CheckAsync("1-availability-picked");
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Its_pages_turn_and_keep_what_was_typed(bool script) =>
        AtPictureAsync(Look.Plain with { Script = script }, async visitor =>
        {
            await visitor.At("#Company").FillAsync("Typed before the turn");
            var first = await visitor.At(FirstDay).GetAttributeAsync("data-date");
            await visitor.At("button[name=FreeTimesFrom]").Last.ClickAsync();
            await Assertions.Expect(visitor.At(FirstDay)).Not.ToHaveAttributeAsync("data-date", first!);
            await visitor.At("button[name=FreeTimesFrom]").First.ClickAsync();
            await Assertions.Expect(visitor.At(FirstDay)).ToHaveAttributeAsync("data-date", first!);
            await Assertions.Expect(visitor.At("#Company")).ToHaveValueAsync("Typed before the turn");
            await visitor.CheckAsync("1-availability-turned");
        });

    [Fact]
    public Task The_theme_can_be_changed_after_its_page_was_turned() =>
        AtPictureAsync(Look.Plain with { Script = false }, async visitor =>
        {
            await visitor.PressAsync(visitor.At("button[name=FreeTimesFrom]").Last);
            await visitor.At("details:has(button[name=Theme]) summary").ClickAsync();
            await visitor.PressAsync("button[name=Theme][value=dark]");
            new Wizard(visitor).At("availability");
        });

    [Fact]
    public Task It_follows_the_duration() => AtPictureAsync(Look.Plain, async visitor =>
    {
        var before = await visitor.At(Lead).First.InnerTextAsync();
        await StayOnPageAsync(visitor, async () =>
        {
            await visitor.At("#DurationMinutes").SelectOptionAsync("720");
            await Assertions.Expect(visitor.At(Lead).First).Not.ToHaveTextAsync(before);
        });
    });

    private Task AtPictureAsync(Look look, Func<Visitor, Task> visit) => VisitAsHostAsync(look, async visitor =>
    {
        await new Wizard(visitor).BeginAsync();
        await visit(visitor);
    });

    private static async Task<string> ChosenAsync(Visitor visitor) =>
        $"{await visitor.At("#StartDate").InputValueAsync()}T{await visitor.At("#StartTime").InputValueAsync()}";

    private static async Task StayOnPageAsync(Visitor visitor, Func<Task> act)
    {
        await visitor.Page.EvaluateAsync("() => { window.sameDocument = true; }");
        await act();
        Assert.True(
            await visitor.Page.EvaluateAsync<bool>("() => window.sameDocument === true"), "The page was loaded anew.");
    }
}
