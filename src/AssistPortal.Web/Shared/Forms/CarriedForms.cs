using System.Security.Claims;
using System.Text.Json;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Carries a form that was posted after its session had ended, or in which somebody had typed who signs out, over
/// signing in, so that nothing typed is lost. The fields travel through the sign-in page, protected, and never lie on
/// the server.
/// </summary>
public sealed class CarriedForms(
    IDataProtectionProvider protection, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    private const string AntiforgeryField = "__RequestVerificationToken";

    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("AssistPortal.CarriedForm").ToTimeLimitedDataProtector();

    /// <summary>
    /// Whether the request is a form of the portal's own pages, by what browsers say of its origin. Anything else is
    /// not carried: a stranger's page must not put words into somebody's mouth.
    /// </summary>
    public static bool IsOwnForm(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? site == "same-origin"
            : request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";
    }

    /// <summary>The form as typed, but for its passwords: those are typed again.</summary>
    public static CarriedForm Read(string action, IFormCollection form) => new(
        action,
        [.. from field in form
            where field.Key != AntiforgeryField && !field.Key.EndsWith("Password", StringComparison.Ordinal)
            from value in field.Value
            select new CarriedField(field.Key, value ?? "")])
    {
        Token = form[AntiforgeryField],
    };

    /// <summary>
    /// The same of a session that has ended. Of a browser that has lost all its cookies with it nobody knows whose page
    /// it was: it is for whoever signs in there next.
    /// </summary>
    public async Task<CarriedForm> ReadAfterSessionAsync(string action, HttpRequest request)
    {
        var form = Read(action, await request.ReadFormAsync());
        return request.Cookies.ContainsKey(options.Value.Cookie.Name!) ? form : form with { Token = null };
    }

    /// <summary>
    /// The form, where somebody may go on with it who has just signed in: they, or nobody, had the page in which it was
    /// typed. Null otherwise.
    /// </summary>
    /// <param name="carried">The form, protected.</param>
    /// <param name="person">Who has signed in.</param>
    /// <param name="now">The request in which they did.</param>
    public async Task<CarriedForm?> OpenAsync(string? carried, ClaimsPrincipal person, HttpContext now)
    {
        if (Open(carried) is not { } form)
        {
            return null;
        }

        var isTheirs = form.OwnerId is { } owner
            ? owner == person.UserId()
            : form.Token is null
                || await WasMadeForAsync(person, form.Token, now)
                || await WasMadeForAsync(Nobody, form.Token, now);
        return isTheirs ? form : null;
    }

    /// <summary>Whether a form's token was made for somebody, in the browser that asks now.</summary>
    private async Task<bool> WasMadeForAsync(ClaimsPrincipal person, string token, HttpContext now)
    {
        var sent = new DefaultHttpContext { User = person, RequestServices = now.RequestServices };
        sent.Request.Method = HttpMethods.Post;
        sent.Request.Scheme = now.Request.Scheme;
        sent.Request.Headers.Cookie = now.Request.Headers.Cookie;
        sent.Request.ContentType = "application/x-www-form-urlencoded";
        sent.Request.Form = new FormCollection(new(StringComparer.Ordinal) { [AntiforgeryField] = token });
        return await antiforgery.IsRequestValidAsync(sent);
    }

    public string Protect(CarriedForm form) =>
        protector.Protect(JsonSerializer.Serialize(form), TimeSpan.FromHours(12));

    /// <summary>The form, or null where there is none, or it is too old or was tampered with.</summary>
    public CarriedForm? Open(string? carried)
    {
        if (string.IsNullOrEmpty(carried))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<CarriedForm>(protector.Unprotect(carried));
        }
        catch (Exception fault) when (fault is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>A form on its way.</summary>
/// <param name="Action">The portal's own path and query to which it was posted.</param>
/// <param name="Fields">What was typed.</param>
public sealed record CarriedForm(string Action, IReadOnlyList<CarriedField> Fields)
{
    /// <summary>Whose it is; null where that was not known any more, and its token tells.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The token of the page in which it was typed; null where there is none to check it by.</summary>
    public string? Token { get; init; }

    /// <summary>Whether there is anything in it.</summary>
    public bool IsFilled =>
        Fields.Any(item => TypedForms.IsOwn(item.Name) && !string.IsNullOrWhiteSpace(item.Value));

    /// <summary>Whether it only goes to the page where it was typed.</summary>
    public bool IsOnlyShown => TypedForms.IsSaidIn(Action);
}

public sealed record CarriedField(string Name, string Value);
