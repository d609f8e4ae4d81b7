using AssistPortal.Data;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Http;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>
/// The key by which a browser is known once somebody has signed in with it. It opens nothing by itself.
/// </summary>
public sealed class DeviceCookie(Cookies cookies)
{
    private const int KeyLength = 64;

    private string Name => cookies.Name("device");

    /// <summary>The browser's key; null where it has none.</summary>
    public string? Read(HttpContext context) =>
        context.Request.Cookies[Name] is { Length: KeyLength } key && key.All(char.IsAsciiHexDigitLower) ? key : null;

    /// <summary>The same, or a new one; kept for as long as a device is known.</summary>
    public string Keep(HttpContext context)
    {
        var key = Read(context) ?? SecretKey.Make(KeyLength / 2);
        context.Response.Cookies.Append(Name, key, cookies.Lasting(KnownDevices.Lifetime.ToTimeSpan()));
        return key;
    }
}
