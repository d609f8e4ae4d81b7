using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Carries a form that was posted after its session had ended, or in which somebody had typed who signs out, over
/// signing in, so that nothing typed is lost. The fields travel through the sign-in page, protected, and never lie on
/// the server.
/// </summary>
public sealed class CarriedForms(IDataProtectionProvider protection)
{
    private const string AntiforgeryField = "__RequestVerificationToken";

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
            select new CarriedField(field.Key, value ?? "")]);

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
    /// <summary>Whose it is; null where that was not known any more.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Whether there is anything in it.</summary>
    public bool IsFilled =>
        Fields.Any(item => TypedForms.IsOwn(item.Name) && !string.IsNullOrWhiteSpace(item.Value));

    /// <summary>Whether it only goes to the page where it was typed.</summary>
    public bool IsOnlyShown => TypedForms.IsSaidIn(Action);

    /// <summary>Whether somebody who signs in may go on with it.</summary>
    public bool IsFor(Guid userId) => OwnerId is null || OwnerId == userId;
}

public sealed record CarriedField(string Name, string Value);
