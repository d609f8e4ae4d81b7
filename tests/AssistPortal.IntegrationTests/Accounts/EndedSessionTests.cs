using System.Net;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>What is left of a session in a browser, or a copy of its cookie, once it has ended.</summary>
public sealed class EndedSessionTests
{
    [Fact]
    public async Task An_ended_session_does_not_live_on_by_beginning_anew_within_each_minute()
    {
        var time = new HandsOfTheClock();
        using var portal = PortalFactory.With(new PortalSetup
        {
            Services = services => services
                .Configure<CookieAuthenticationOptions>(
                    IdentityConstants.ApplicationScheme, options => options.TimeProvider = time)
                .Configure<SecurityStampValidatorOptions>(options => options.TimeProvider = time),
        });
        using var owner = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.Host);
        var copied = new CookieContainer();
        copied.Add(owner.Cookies.GetAllCookies());
        using var thief = new PortalClient(portal, copied);
        var page = await thief.GetAsync("/resources");
        await (await owner.GetAsync("/account")).SubmitFormAsync("form[action='/account/sign-out-everywhere']");

        // Each change of language begins the session anew: the minute after which it is asked about never comes.
        for (var turn = 0; turn < 4; turn++)
        {
            time.Ahead += TimeSpan.FromSeconds(40);
            await page.SubmitFormAsync("form[action='/preferences/language']");
        }

        Assert.StartsWith("/account/sign-in?", (await thief.GetAsync("/resources")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_page_tells_the_next_is_not_told_to_whoever_signs_in_afterwards()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var page = await browser.GetAsync("/resources/feed");
        var (action, fields) = page.Prepare();
        using (await browser.SendOnceAsync(HttpMethod.Post, action, fields))
        {
            // The page with the address of the feed is never asked for.
        }

        await page.SubmitFormAsync("form[action='/account/sign-out']");
        await browser.SignInAsync(Journeys.OtherHost);
        Assert.DoesNotContain(".ics", (await browser.GetAsync("/resources/feed")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_feed_that_somebody_else_has_made_ends_when_the_owner_signs_out_everywhere()
    {
        using var portal = new PortalFactory();
        using var thief = portal.CreatePortalClient();
        await thief.SignInAsync(Journeys.Host);
        var page = await (await thief.GetAsync("/resources/feed")).SubmitAsync();
        var feed = new Uri(page.Get("#feed-address").GetAttribute("value")!).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(feed)).Status);

        using var owner = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.Host);
        await (await owner.GetAsync("/account")).SubmitFormAsync("#everywhere-form");

        Assert.Equal(HttpStatusCode.NotFound, (await thief.GetAsync(feed)).Status);
    }

    private sealed class HandsOfTheClock : TimeProvider
    {
        private static readonly DateTimeOffset Began = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => Began + Ahead;
    }
}
