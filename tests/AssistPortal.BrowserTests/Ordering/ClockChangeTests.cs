using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;
using NodaTime;

namespace AssistPortal.BrowserTests.Ordering;

public sealed class ClockChangeTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("en", "light", 1280)]
    [InlineData("zh-Hant", "dark", 375)]
    public Task An_hour_that_comes_twice_asks_which_one(string language, string theme, int width) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await wizard.FillTimeAsync(new FreeMoment(new LocalDateTime(2027, 11, 7, 1, 30)));
            await wizard.NextAsync();
            await wizard.AssertErrorAsync("Fold");
            await visitor.CheckAsync("1-availability-doubled");
            await visitor.At("input[name=Fold][value=later]").CheckAsync();
            await wizard.NextAsync();
            wizard.At("meeting-lookup");
            await Assertions.Expect(visitor.At(".summary-card")).ToContainTextAsync("05:00");

            // Few work at that hour: the next visitor needs the producer.
            await visitor.PressAsync("button[form=discard-form]");
        });

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public Task An_hour_that_is_skipped_is_refused_with_the_next_one(string language) =>
        VisitAsHostAsync(new Look(language, "light", 375), async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await wizard.FillTimeAsync(new FreeMoment(new LocalDateTime(2027, 3, 14, 2, 30)));
            await wizard.NextAsync();
            await wizard.AssertErrorAsync("StartTime");
            await Assertions.Expect(visitor.At("#StartTime-error")).ToContainTextAsync("3:00");
            await visitor.CheckAsync("1-availability-skipped");
        });
}
