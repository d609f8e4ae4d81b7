using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Names and protection of the portal's cookies. Where it is reached over plain HTTP on this machine only (the first
/// run), they can be neither Secure nor <c>__Host-</c>; anywhere else they always are.
/// </summary>
public sealed class Cookies(bool secure)
{
    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan SessionIdle = TimeSpan.FromHours(2);

    public bool Secure => secure;

    private CookieSecurePolicy Policy => secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Decides by the addresses that the server is told to listen on, and the one that people are told.</summary>
    public static Cookies For(IConfiguration configuration)
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

    public void Apply(IServiceCollection services)
    {
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie = new FormCookie(secure)
            {
                Name = Name("form"),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                SecurePolicy = CookieSecurePolicy.SameAsRequest,
            };
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = Name("notice");
            options.Cookie.SecurePolicy = Policy;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = Name("session");
            options.Cookie.SecurePolicy = Policy;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.ExpireTimeSpan = SessionIdle;
            options.SlidingExpiration = true;
        });
    }

    /// <summary>A cookie of a person's choice that pages read: language and theme.</summary>
    public CookieOptions Choice() => Lasting(TimeSpan.FromDays(365));

    /// <summary>A cookie that scripts can't read.</summary>
    /// <param name="lifetime">How long a browser keeps it; what it says is for the portal to judge.</param>
    public CookieOptions Lasting(TimeSpan lifetime) => new(Passing()) { MaxAge = lifetime };

    /// <summary>A cookie that scripts can't read, and that goes when the browser is closed.</summary>
    public CookieOptions Passing() => new()
    {
        HttpOnly = true,
        Secure = secure,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };

    /// <summary>The name of a cookie, bound to this very host where that is possible.</summary>
    public string Name(string purpose) => secure ? $"__Host-portal-{purpose}" : $"portal-{purpose}";

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
