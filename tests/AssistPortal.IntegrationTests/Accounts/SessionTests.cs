using System.Net;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class SessionTests
{
    [Fact]
    public async Task A_copied_cookie_ends_when_its_owner_signs_out()
    {
        // The portal looks once a minute; here with every request.
        using var portal = PortalFactory.With(new PortalSetup
        {
            Services = services => services.Configure<SecurityStampValidatorOptions>(
                options => options.ValidationInterval = TimeSpan.Zero),
        });
        using var owner = portal.CreatePortalClient();
        var page = await owner.SignInToFirstPageAsync(Journeys.Host);
        var copied = new CookieContainer();
        copied.Add(owner.Cookies.GetAllCookies());
        using var thief = new PortalClient(portal, copied);
        Assert.Equal("/resources", (await thief.GetAsync("/resources")).Path);

        await page.SubmitFormAsync("form[action='/account/sign-out']");

        Assert.StartsWith("/account/sign-in?", (await thief.GetAsync("/resources")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy_it_is()
    {
        var time = new HandsOfTheClock();
        using var portal = PortalFactory.With(new PortalSetup
        {
            Services = services => services.Configure<CookieAuthenticationOptions>(
                IdentityConstants.ApplicationScheme, options => options.TimeProvider = time),
        });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        for (var hour = 1; hour <= 12; hour++)
        {
            time.Ahead = TimeSpan.FromHours(hour) - TimeSpan.FromMinutes(5);
            Assert.Equal("/resources", (await browser.GetAsync("/resources")).Path);
        }

        time.Ahead = TimeSpan.FromHours(12) + TimeSpan.FromMinutes(5);
        Assert.StartsWith("/account/sign-in?", (await browser.GetAsync("/resources")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_to_sign_in_never_leads_to_the_host_that_a_request_names()
    {
        using var portal = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AllowedHosts"] = "*" },
        });
        using var http = portal.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assist?a=b");
        request.Headers.Host = "evil.example";
        using var response = await http.SendAsync(request);
        Assert.Equal("/account/sign-in?ReturnUrl=%2Fassist%3Fa%3Db", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_address_made_to_be_slow_is_refused_at_once()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/account/sign-in");
        var marks = new string('\u0301', 10_000) + new string('\u0316', 10_000);
        var page = await form
            .SubmitAsync(new() { ["Email"] = marks, ["Password"] = "x" })
            .WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(portal.Words("en", "Accounts.SignIn.Wrong"), page.Errors["Email"]);
    }

    private sealed class HandsOfTheClock : TimeProvider
    {
        private static readonly DateTimeOffset Began = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => Began + Ahead;
    }
}
