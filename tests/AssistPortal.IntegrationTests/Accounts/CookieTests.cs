using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class CookieTests
{
    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", false)]
    [InlineData("http://*:8080", true)]
    [InlineData("http://0.0.0.0:8080", true)]
    [InlineData("http://localhost:5080;http://portal.example", true)]
    [InlineData("https://localhost:5443", true)]
    public async Task Cookies_are_bound_to_https_unless_only_this_machine_is_listened_to(string urls, bool bound)
    {
        using var portal = PortalFactory.With(new PortalSetup { Settings = Settings(("Urls", urls)) });
        portal.ClientOptions.BaseAddress = new Uri("https://localhost");
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/account/sign-in");
        var (action, fields) = form.Prepare(new() { ["Email"] = Journeys.Host, ["Password"] = "Demo-portal-1" });
        using var response = await browser.SendOnceAsync(HttpMethod.Post, action, fields);
        var session = response.Headers.GetValues("Set-Cookie")
            .Single(cookie => cookie.Contains("portal-session", StringComparison.Ordinal));

        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", session, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(bound, session.StartsWith("__Host-portal-session=", StringComparison.Ordinal));
        Assert.Equal(
            bound, browser.Cookies.GetAllCookies().Any(cookie => cookie.Name == "__Host-portal-form" && cookie.Secure));
    }

    [Fact]
    public async Task A_portal_behind_a_known_proxy_binds_its_cookies_although_it_listens_to_this_machine_only()
    {
        using var portal = PortalFactory.With(new PortalSetup
        {
            Settings = Settings(("Urls", "http://localhost:5080"), ("Proxy:Known:0", "127.0.0.1")),
        });
        portal.ClientOptions.BaseAddress = new Uri("https://localhost");
        using var browser = portal.CreatePortalClient();
        await browser.GetAsync("/account/sign-in");
        Assert.All(
            browser.Cookies.GetAllCookies(),
            cookie => Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Settings(params (string Name, string Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);
}
