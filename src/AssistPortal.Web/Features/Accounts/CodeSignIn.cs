using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>The second factor after the password: a code of the authenticator, or a recovery code.</summary>
public sealed class CodeSignIn(
    PortalDbContext db,
    UserManager<PortalUser> users,
    AccountSessions sessions,
    SignInLimits limits,
    SecurityLog log,
    IAccountNews news)
{
    private const int CodeLength = 6;

    /// <summary>Counts the try, then looks at the code; a right one lets in, and is used up.</summary>
    /// <returns>Whether it is right, and how long to wait where there were too many before.</returns>
    public async Task<(bool IsRight, Duration? Wait)> TryAsync(HttpContext context, PortalUser user, string? typed)
    {
        var code = Clean(typed);
        var way = IsOfAuthenticator(code) ? SignInWay.Code : SignInWay.RecoveryCode;
        var device = await sessions.UsedDeviceAsync(context, user.Id);
        var counted = await limits.CountCodeAsync(user.Id, device, context.RequestAborted);
        if (counted.Wait is { } wait)
        {
            await TellAsync(context, user, way);
            return (false, wait);
        }

        if (!await IsRightAsync(user, code, context.RequestAborted))
        {
            // A recovery code that somebody else has used at the same moment leaves changes that can't be saved.
            db.ChangeTracker.Clear();
            await log.FailedAsync(user.Id, way, context.RequestAborted);
            return (false, null);
        }

        await limits.TakeBackAsync(counted, context.RequestAborted);
        await sessions.EnterAsync(context, user, way, isStrong: true);
        return (true, null);
    }

    /// <summary>Whoever comes as far as here knows the password.</summary>
    private async Task TellAsync(HttpContext context, PortalUser user, SignInWay way)
    {
        var client = context.Connection.RemoteIpAddress;
        if (await log.LimitedAsync(user.Id, way, client, context.RequestAborted))
        {
            news.Tell(user, AccountChange.WrongCodes);
            await db.SaveChangesAsync(context.RequestAborted);
        }
    }

    /// <summary>Whether the authenticator shows that code now. Nothing is saved.</summary>
    public async Task<bool> ShowsAsync(PortalUser user, string? typed)
    {
        var code = Clean(typed);
        return IsOfAuthenticator(code)
            && await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code);
    }

    /// <summary>Lets nobody in by an authenticator's code any more.</summary>
    public Task UseUpAsync(PortalUser user, string? typed, CancellationToken cancellationToken) =>
        limits.UseUpAsync(user.Id, Clean(typed), cancellationToken);

    private async Task<bool> IsRightAsync(PortalUser user, string code, CancellationToken cancellationToken) =>
        IsOfAuthenticator(code)
            ? await ShowsAsync(user, code) && await limits.UseUpAsync(user.Id, code, cancellationToken)
            : (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;

    private static bool IsOfAuthenticator(string code) => code.Length == CodeLength && code.All(char.IsAsciiDigit);

    private static string Clean(string? typed) =>
        Tolerant.Code(typed).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
