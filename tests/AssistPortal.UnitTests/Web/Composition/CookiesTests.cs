using AssistPortal.Web.Composition;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.UnitTests.Web.Composition;

public sealed class CookiesTests
{
    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://LOCALHOST:5080", false)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://127.5.0.1", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://localhost:5080; http://127.0.0.1:5081;", false)]
    [InlineData("https://localhost:5081", true)]
    [InlineData("http://localhost:5080;https://localhost:5081", true)]
    [InlineData("http://localhost:5080;http://portal.example", true)]
    [InlineData("http://localhost.portal.example", true)]
    [InlineData("http://0.0.0.0:80", true)]
    [InlineData("http://[::]:80", true)]
    [InlineData("http://+:80", true)]
    [InlineData("http://*:80", true)]
    [InlineData("http://192.168.1.5", true)]
    [InlineData("http://unix:/run/portal.sock", true)]
    [InlineData("not an address", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void Cookies_are_secure_unless_only_this_machine_is_served_without_TLS(string? urls, bool secure) =>
        Assert.Equal(secure, For(("urls", urls)).Secure);

    [Theory]
    [InlineData("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:80", true)]
    [InlineData("Portal:Address", "https://assist.example.com/", true)]
    [InlineData("Portal:Address", "http://localhost:5080/", false)]
    [InlineData("Portal:Address", "", false)]
    public void Other_signs_of_a_public_portal_count_too(string setting, string value, bool secure) =>
        Assert.Equal(secure, For(("urls", "http://localhost:5080"), (setting, value)).Secure);

    [Fact]
    public void Behind_a_proxy_they_are_secure_whatever_is_listened_on() =>
        Assert.True(For(("urls", "http://localhost:5080"), ("Proxy:Known:0", "10.0.0.1")).Secure);

    [Fact]
    public void Secure_ones_are_bound_to_the_host()
    {
        var (form, notice, session) = Applied(new Cookies(secure: true));

        Assert.Equal(
            ("__Host-portal-form", "__Host-portal-notice", "__Host-portal-session"),
            (form.Name, notice.Name, session.Name));
        Assert.All(
            [form, notice, session],
            cookie => Assert.True(
                cookie.Build(new DefaultHttpContext()).Secure, "over plain HTTP to this machine too"));
        Assert.All([form, notice, session], cookie => Assert.True(cookie.HttpOnly));
        Assert.All(
            [form, notice, session], cookie => Assert.True(cookie.SameSite is SameSiteMode.Lax or SameSiteMode.Strict));
    }

    [Fact]
    public void On_the_first_run_they_work_without_TLS()
    {
        var (form, notice, session) = Applied(new Cookies(secure: false));

        Assert.All(
            [form, notice, session], cookie => Assert.StartsWith("portal-", cookie.Name, StringComparison.Ordinal));
        Assert.All(
            [form, notice, session],
            cookie => Assert.Equal(CookieSecurePolicy.SameAsRequest, cookie.SecurePolicy));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_choice_is_kept_for_a_year_and_out_of_scripts(bool secure)
    {
        var options = new Cookies(secure).Choice();

        Assert.Equal(
            (secure, true, true, SameSiteMode.Lax, TimeSpan.FromDays(365)),
            (options.Secure, options.HttpOnly, options.IsEssential, options.SameSite, options.MaxAge));
    }

    private static Cookies For(params (string Key, string? Value)[] settings) => CookieSetup.CookiesFor(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build());

    private static (CookieBuilder Form, CookieBuilder Notice, CookieBuilder Session) Applied(Cookies cookies)
    {
        var services = new ServiceCollection().AddOptions().AddCookies(cookies);
        using var provider = services.BuildServiceProvider();
        return (
            provider.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie,
            provider.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie,
            provider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(
                IdentityConstants.ApplicationScheme).Cookie);
    }
}
