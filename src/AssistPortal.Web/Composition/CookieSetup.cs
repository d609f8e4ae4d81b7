using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Composition;

/// <summary>The cookies of the framework, with the portal's names and protection.</summary>
internal static class CookieSetup
{
    /// <summary>
    /// Decides by the addresses that the server is told to listen on, and the one that people are told.
    /// </summary>
    public static Cookies CookiesFor(IConfiguration configuration)
    {
        var addresses = (configuration["urls"] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var onlyThisMachine = addresses.Length > 0
            && Array.TrueForAll(addresses, IsPlainLoopback)
            && Proxies.Known(configuration).Length == 0
            && !configuration.GetSection("Kestrel:Endpoints").GetChildren().Any()
            && configuration["Portal:Address"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) != true;
        return new Cookies(!onlyThisMachine);
    }

    public static IServiceCollection AddCookies(this IServiceCollection services, Cookies cookies)
    {
        var policy = cookies.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie = new FormCookie(cookies.Secure)
            {
                Name = cookies.Name("form"),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                SecurePolicy = CookieSecurePolicy.SameAsRequest,
            };
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = cookies.Name("notice");
            options.Cookie.SecurePolicy = policy;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = cookies.Name("session");
            options.Cookie.SecurePolicy = policy;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.ExpireTimeSpan = Cookies.SessionIdle;
            options.SlidingExpiration = true;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = cookies.Name("second");
            options.Cookie.SecurePolicy = policy;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
        });
        return services.AddSingleton(cookies);
    }

    private static bool IsPlainLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && Loopback.IsName(uri.Host);

    /// <summary>
    /// Antiforgery fails over plain HTTP where the policy is <see cref="CookieSecurePolicy.Always"/>. This machine is
    /// answered there, and browsers take its secure cookies.
    /// </summary>
    private sealed class FormCookie(bool secure) : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure |= secure;
            return options;
        }
    }
}
