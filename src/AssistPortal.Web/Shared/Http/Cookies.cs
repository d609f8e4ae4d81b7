namespace AssistPortal.Web.Shared.Http;

/// <summary>
/// Names and protection of the portal's cookies. Where it is reached over plain HTTP on this machine only (the first
/// run), they can be neither Secure nor <c>__Host-</c>; anywhere else they always are.
/// </summary>
public sealed class Cookies(bool secure)
{
    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan SessionIdle = TimeSpan.FromHours(2);

    public bool Secure => secure;

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
}
