using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AssistPortal.Data.Accounts;

/// <summary>What the session cookie carries besides name and roles, so that pages need no look-up for it.</summary>
public static class PortalClaims
{
    public const string Language = "portal:language";
    public const string DisplayName = "portal:display-name";

    /// <summary>The session, which may be ended on another device.</summary>
    public const string Session = "portal:session";

    /// <summary>By what the session began (RFC 8176): one factor, or two.</summary>
    public const string Method = "amr";
    public const string OneFactor = "pwd";
    public const string TwoFactors = "mfa";

    /// <summary>The account's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Guid UserId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The session; null for one of an earlier build.</summary>
    public static Guid? SessionId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Session), out var id) ? id : null;

    /// <summary>Whether the session began with two factors, or a passkey, which stands for both.</summary>
    public static bool HasShownTwoFactors(this ClaimsPrincipal principal) => principal.HasClaim(Method, TwoFactors);
}

internal sealed class PortalClaimsFactory(
    UserManager<PortalUser> users, RoleManager<PortalRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, PortalRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PortalClaims.DisplayName, PersonName.Of(user)));
        if (user.Language is not null)
        {
            identity.AddClaim(new Claim(PortalClaims.Language, user.Language));
        }

        return identity;
    }
}
