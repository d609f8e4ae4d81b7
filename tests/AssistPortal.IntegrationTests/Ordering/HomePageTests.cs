using AssistPortal.Data;
using AssistPortal.IntegrationTests.Managing;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>The month strip for those who are not signed in.</summary>
public sealed class HomePageTests
{
    [Theory]
    [InlineData("en", "When producers are free in Dec 2026", "1 free")]
    [InlineData("zh-Hant", "2026年12月製作人有空的日子", "1 人有空")]
    [InlineData("zh-Hans", "2026年12月制作人有空的日子", "1 人有空")]
    public async Task Whoever_comes_sees_how_many_producers_are_free_on_each_day(
        string language, string title, string free)
    {
        await using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);

        var page = await browser.GetAsync("/");

        Assert.Equal(title, page.Get(".month h2").TextContent);
        var days = page.All(".month td[data-free]");
        Assert.Equal(17, days.Count);
        Assert.Equal($"15, {free}", days[0].TextContent);
        Assert.Equal(["0", "1"], days.Select(day => day.GetAttribute("data-free")!).Distinct().Order());
        Assert.Empty(page.All(".month :is(a, button, form, input)"));
    }

    [Fact]
    public async Task It_is_looked_up_once_for_all_who_come_in_a_minute()
    {
        var commands = new CountedCommands();
        await using var portal = PortalFactory.With(new PortalSetup
        {
            Services = services =>
            {
                LinksTests.WithoutWorkers.Services(services);
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(commands));
            },
        });
        using var first = portal.CreatePortalClient();
        using var second = portal.CreatePortalClient();

        commands.Count = 0;
        var seen = await first.GetAsync("/");
        var asked = commands.Count;
        var seenAgain = await second.GetAsync("/");

        Assert.InRange(asked, 1, 25);
        Assert.Equal(asked, commands.Count);
        Assert.Equal(seen.Get(".month").OuterHtml, seenAgain.Get(".month").OuterHtml);
    }

    [Fact]
    public async Task Without_a_package_there_is_no_strip()
    {
        await using var portal = new PortalFactory();
        await portal.InDatabaseAsync(db => db.EditPackagesAsync(details => details with { IsActive = false }));
        using var browser = portal.CreatePortalClient();

        var page = await browser.GetAsync("/");

        Assert.NotNull(page.Find("main a[href='/account/sign-in']"));
        Assert.Null(page.Find(".month"));
    }

    [Fact]
    public async Task Without_a_producer_there_is_no_strip()
    {
        await using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync("nobody@demo.example");
        using var browser = portal.CreatePortalClient();

        Assert.Null((await browser.GetAsync("/")).Find(".month"));
    }
}
