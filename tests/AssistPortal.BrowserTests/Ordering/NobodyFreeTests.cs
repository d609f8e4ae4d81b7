using AssistPortal.Assist.Producers;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Times;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;

namespace AssistPortal.BrowserTests.Ordering;

public sealed class NobodyFreeTests(PortalFixture fixture) : BrowserTest(fixture), IAsyncLifetime
{
    private static readonly FreeMoment OnTheDayOff = new(new LocalDateTime(2027, 2, 10, 12, 0));

    /// <summary>All producers are away on 10 February.</summary>
    public Task InitializeAsync() => Portal.InDatabaseAsync(async db =>
    {
        var producers = await db.Set<Producer>().Include(producer => producer.TimeOff).ToListAsync();
        var start = Instant.FromUtc(2027, 2, 10, 0, 0);
        producers.ForEach(
            producer => producer.TakeOff(TimeOffDetails.Exact(new Interval(start, start + Duration.FromDays(1)))));

        await db.SaveChangesAsync();
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("en", "light", 1280)]
    [InlineData("zh-Hant", "dark", 375)]
    public Task Three_other_times_are_offered_and_one_of_them_is_taken(string language, string theme, int width) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await visitor.At("#Company").FillAsync("Typed before");
            await wizard.FillTimeAsync(OnTheDayOff);
            await wizard.NextAsync();
            await Assertions.Expect(visitor.At("#alternatives-title"))
                .ToHaveTextAsync(Words.Of<TimesTexts>(language, "Nobody.Title"));
            await Assertions.Expect(visitor.At("#alternatives-title")).ToBeInViewportAsync();
            await Assertions.Expect(visitor.At("button[name=Alternative]")).ToHaveCountAsync(3);
            await Assertions.Expect(visitor.At("#Company")).ToHaveValueAsync("Typed before");
            await visitor.CheckAsync("1-availability-nobody-free");
            await visitor.PressAsync(visitor.At("button[name=Alternative]").First);
            wizard.At("meeting-lookup");
            await Assertions.Expect(visitor.At(".summary-card")).ToContainTextAsync("Typed before");
        });

    [Fact]
    public Task The_page_says_by_its_title_and_focus_that_it_came_back() =>
        VisitAsHostAsync(Look.Plain, async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await wizard.FillTimeAsync(OnTheDayOff);
            await wizard.NextAsync();
            Assert.StartsWith("Error:", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
            var focused = await visitor.Page.EvaluateAsync<string>(
                "() => document.activeElement.closest('main section, main div')?.className ?? ''");
            Assert.Matches("alternatives|error-summary", focused);
        });

    [Fact]
    public Task Without_script_the_other_times_are_offered_too() =>
        VisitAsHostAsync(new Look("en", "light", 375) { Script = false }, async visitor =>
        {
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await wizard.FillTimeAsync(OnTheDayOff);
            await wizard.NextAsync();
            await visitor.PressAsync(visitor.At("button[name=Alternative]").Last);
            wizard.At("meeting-lookup");
        });
}
