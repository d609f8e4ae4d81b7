using System.Security.Claims;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Begins and ends sessions, whatever the way in.</summary>
public sealed class AccountSessions(SignInManager<PortalUser> signIn, KnownDevices devices, DeviceCookie cookie)
{
    private const string Stamp = "stamp";

    /// <summary>Lets somebody in who has shown who they are.</summary>
    /// <param name="context">The request; it goes on as theirs.</param>
    /// <param name="user">Who.</param>
    /// <param name="way">By what they have shown it.</param>
    /// <param name="isStrong">Whether that were two factors.</param>
    public async Task EnterAsync(HttpContext context, PortalUser user, SignInWay way, bool isStrong)
    {
        var kind = DeviceKind.Of(context.Request.Headers.UserAgent);
        var session = await devices.BeginAsync(user.Id, cookie.Keep(context), kind, way, context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(
            user,
            isPersistent: false,
            [
                new Claim(PortalClaims.Session, $"{session}"),
                new Claim(PortalClaims.Method, isStrong ? PortalClaims.TwoFactors : PortalClaims.OneFactor),
            ]);
    }

    /// <summary>Goes on with the session of this browser after the account's stamp has changed.</summary>
    /// <param name="context">The request, for a page with <see cref="CheckedSessionAttribute"/>.</param>
    /// <param name="user">Whose session it is.</param>
    /// <param name="isStrong">Whether a second factor has just been shown.</param>
    /// <exception cref="InvalidOperationException">
    /// The page lets sessions in that have ended: they would begin anew.
    /// </exception>
    public async Task RenewAsync(HttpContext context, PortalUser user, bool isStrong = false)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CheckedSessionAttribute>() is null)
        {
            throw new InvalidOperationException("The page lacks the attribute CheckedSession.");
        }

        var current = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var method = isStrong || context.User.HasShownTwoFactors()
            ? PortalClaims.TwoFactors
            : PortalClaims.OneFactor;
        var began = current.Properties?.Items.Where(item => item.Key == SessionCookieEvents.Began) ?? [];
        await signIn.SignInWithClaimsAsync(
            user,
            new AuthenticationProperties(new Dictionary<string, string?>(began, StringComparer.Ordinal)),
            [
                new Claim(PortalClaims.Session, $"{context.User.SessionId()}"),
                new Claim(PortalClaims.Method, method),
            ]);
    }

    /// <summary>Ends the session of this browser, wherever its cookie has been copied to.</summary>
    public async Task LeaveAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated == true && context.User.SessionId() is { } session)
        {
            await devices.EndAsync(context.User.UserId(), session, context.RequestAborted);
        }

        await signIn.SignOutAsync();
    }

    /// <summary>Knows this browser as the account's, which has a password now that was set by a mailed link.</summary>
    public Task RememberAsync(HttpContext context, Guid userId) => devices.RememberAsync(
        userId, cookie.Keep(context), DeviceKind.Of(context.Request.Headers.UserAgent), context.RequestAborted);

    /// <summary>The account's device that this browser is; null where it is none.</summary>
    public Task<Guid?> DeviceAsync(HttpContext context, Guid userId) =>
        devices.FindAsync(userId, cookie.Read(context), context.RequestAborted);

    /// <summary>The same, unless nobody has been signed in there yet.</summary>
    public Task<Guid?> UsedDeviceAsync(HttpContext context, Guid userId) =>
        devices.FindUsedAsync(userId, cookie.Read(context), context.RequestAborted);

    /// <summary>Notes who has shown a password, and is to show a second factor within some minutes.</summary>
    public static Task AwaitSecondFactorAsync(HttpContext context, PortalUser user) => context.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, $"{user.Id}"), new Claim(Stamp, user.SecurityStamp!)],
            IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Whoever is awaited; null for nobody, and where the account has changed meanwhile.</summary>
    public async Task<PortalUser?> AwaitedAsync(HttpContext context)
    {
        var noted = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return noted.Principal?.FindFirstValue(ClaimTypes.Name) is { } id
            && await signIn.UserManager.FindByIdAsync(id) is { IsDeactivated: false, TwoFactorEnabled: true } user
            && user.SecurityStamp == noted.Principal.FindFirstValue(Stamp)
                ? user
                : null;
    }
}
