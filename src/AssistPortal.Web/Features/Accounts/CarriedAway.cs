using System.Security.Claims;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>
/// Keeps a carried form while its owner is at the identity provider, where none of the portal's pages can hold it: in
/// the browser, protected, for a quarter of an hour.
/// </summary>
public sealed class CarriedAway(Cookies cookies, CarriedForms forms)
{
    /// <summary>Where it is taken up again.</summary>
    public const string Again = "/account/sign-in/sso/again";

    // In characters as they are sent: with all else that a browser sends they stay well below what servers take.
    private const int Longest = 16_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ChunkingCookieManager manager = new();

    private string Name => cookies.Name("carried");

    /// <summary>Keeps what the sign-in page carries.</summary>
    /// <returns>False where there is nothing, or too much of it.</returns>
    public bool Keep(HttpContext context, string? carried)
    {
        if (carried is not { Length: <= Longest } || forms.Open(carried) is null)
        {
            manager.DeleteCookie(context, Name, cookies.Passing());
            return false;
        }

        manager.AppendResponseCookie(context, Name, carried, cookies.Lasting(Lifetime));
        return true;
    }

    /// <summary>What was kept, for a sign-in page to carry on; null where there is nothing.</summary>
    public string? Read(HttpContext context) => manager.GetRequestCookie(context, Name);

    /// <summary>The form, where it belongs to that person; null where there is none.</summary>
    public CarriedForm? Open(HttpContext context, Guid userId) =>
        forms.Open(Read(context)) is { } form && form.OwnerId == userId ? form : null;

    /// <summary>Gives the form to whoever has just signed in, unless it is known to be another's.</summary>
    public async Task<bool> GiveToAsync(HttpContext context, ClaimsPrincipal person)
    {
        if (await forms.OpenAsync(Read(context), person, context) is not { } form)
        {
            return false;
        }

        var own = forms.Protect(form with { OwnerId = person.UserId() });
        manager.AppendResponseCookie(context, Name, own, cookies.Lasting(Lifetime));
        return true;
    }
}
