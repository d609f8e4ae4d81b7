using AssistPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>One act on several orders: chosen in the list, foreseen, watched.</summary>
public sealed class JobPageTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Coordinator = "coordinator@demo.example";

    [Theory]
    [InlineData("en", "light", 1280)]
    [InlineData("zh-Hant", "dark", 375)]
    public Task Orders_are_chosen_foreseen_and_done_while_the_page_follows(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff/orders?status=completed");
                var rows = await visitor.At("[data-choose]").CountAsync();
                await visitor.At("[data-choose-page]").CheckAsync();
                await Assertions.Expect(visitor.At("[data-choose-count]")).ToContainTextAsync($"{rows}");
                await visitor.At("[data-choose]").First.UncheckAsync();
                await Assertions.Expect(visitor.At("[data-choose-count]")).ToContainTextAsync($"{rows - 1}");
                await Assertions.Expect(visitor.At("[data-choose-page]")).Not.ToBeCheckedAsync();
                if (width > 1000)
                {
                    // From the first row, by keyboard: x ticks it again.
                    await visitor.At("[data-choose]").First.BlurAsync();
                    await visitor.Page.Keyboard.PressAsync("j");
                    await visitor.Page.Keyboard.PressAsync("x");
                    await Assertions.Expect(visitor.At("[data-choose-page]")).ToBeCheckedAsync();
                }

                await visitor.CheckAsync("orders-chosen");
                await visitor.PressAsync("#choose button[value=Owner]");
                await visitor.At("#Owner").SelectOptionAsync(new SelectOptionValue { Index = width > 1000 ? 1 : 2 });
                await visitor.CheckAsync("job-act");
                await visitor.PressAsync("#step-form .btn-primary");
                await visitor.CheckAsync("job-forecast");
                await visitor.PressAsync("#step-form .btn-primary");
                await Assertions.Expect(visitor.At("#job-live[data-running=false]")).ToBeVisibleAsync();
                await visitor.CheckAsync("job");
                await visitor.GoAsync("/staff/jobs");
                await visitor.CheckAsync("jobs");
            },
            Coordinator);
}
