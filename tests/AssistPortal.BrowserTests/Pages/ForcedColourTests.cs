using AssistPortal.BrowserTests.Browsing;
using AssistPortal.BrowserTests.Ordering;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>
/// Where the browser has colours of its user's own, outlines and patterns tell what else a colour does.
/// </summary>
public sealed class ForcedColourTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private static readonly Look Forced = Look.Plain with { ForcedColours = true };

    [Fact]
    public Task The_schedule_tells_working_time_from_reserved_and_from_free_time_D22() => VisitAsHostAsync(
        Forced,
        async visitor =>
        {
            await visitor.GoAsync("/staff/schedule?date=2026-12-21");
            var bars = new List<string>();
            foreach (var part in new[] { "track", "working", "around", "event" })
            {
                var bar = visitor.At($".schedule-bar__{part}").First;
                bars.Add(await LookOfAsync(bar, "fill", "stroke", "strokeWidth"));
            }

            Assert.Distinct(bars, StringComparer.Ordinal);
            Assert.StartsWith(bars[0].Split('|')[0], bars[1], StringComparison.Ordinal);
            Assert.EndsWith("|4px", bars[1], StringComparison.Ordinal);

            var marks = await visitor.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.schedule-legend .schedule-mark:not(.schedule-mark--now)')]
                  .map(mark => getComputedStyle(mark, '::before'))
                  .map(style => [style.backgroundColor, style.backgroundImage, style.border].join())
                """);
            Assert.Equal(7, marks.Length);
            Assert.Distinct(marks, StringComparer.Ordinal);
            await AssertPressedAsync(visitor, ".switch .btn[aria-current]", ".switch .btn:not([aria-current])");
        },
        "coordinator@demo.example");

    [Fact]
    public Task What_is_pressed_is_filled_and_steps_and_days_differ_by_their_lines_D22() => VisitAsHostAsync(
        Forced,
        async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await AssertPressedAsync(
                visitor, "button[name=Day][aria-pressed=true]", "button[name=Day]:not([aria-pressed])");
            var keys = new List<string>();
            foreach (var shade in new[] { "0", "1", "2", "3" })
            {
                keys.Add(await LookOfAsync(visitor.At($".month__key [data-free='{shade}']"), "border"));
            }

            Assert.Distinct(keys, StringComparer.Ordinal);

            await wizard.PassAvailabilityAsync();
            var steps = new List<string>();
            foreach (var step in new[] { "--done", "--current", "--current + li" })
            {
                steps.Add(await LookOfAsync(visitor.At($".step-list__item{step}").First, "borderTopStyle"));
            }

            Assert.Distinct(steps, StringComparer.Ordinal);
        });

    private static async Task AssertPressedAsync(Visitor visitor, string pressed, string other)
    {
        var filled = await visitor.Page.EvaluateAsync<string>(
            """
            () => {
              const sample = document.body.appendChild(document.createElement('p'));
              sample.style.setProperty('background-color', 'Highlight');
              const colour = getComputedStyle(sample).backgroundColor;
              sample.remove();
              return colour;
            }
            """);
        Assert.Equal(filled, await LookOfAsync(visitor.At(pressed).First, "backgroundColor"));
        Assert.NotEqual(filled, await LookOfAsync(visitor.At(other).First, "backgroundColor"));
    }

    private static Task<string> LookOfAsync(ILocator place, params string[] properties) => place.EvaluateAsync<string>(
        "(element, properties) => properties.map(name => getComputedStyle(element)[name]).join('|')", properties);
}
