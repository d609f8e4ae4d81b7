using System.Security.Claims;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.SignIn.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>
/// Somebody's second factor. Whoever has one has to show it before anything of it is changed: a password alone must not
/// be enough to add another.
/// </summary>
public sealed class OwnFactors(
    PortalDbContext db,
    UserManager<PortalUser> users,
    IUserStore<PortalUser> store,
    CodeSignIn codes,
    SecondFactorRule rule,
    IDataProtectionProvider protection,
    IClock clock)
{
    private const int RecoveryCodes = 10;

    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("AssistPortal.NewAuthenticator").ToTimeLimitedDataProtector();

    /// <summary>Whether a session may change passkeys and second factor.</summary>
    public async Task<bool> MayChangeAsync(ClaimsPrincipal session, PortalUser user) =>
        session.HasShownTwoFactors()
        || (!user.TwoFactorEnabled && (await users.GetPasskeysAsync(user)).Count == 0);

    /// <summary>Whether a session may end the second factor, or the last passkey, without another one.</summary>
    public bool MayDoWithout(ClaimsPrincipal session) => !rule.IsRequiredOf(session);

    /// <summary>A new authenticator's key, which counts only once a code of it is shown.</summary>
    public NewAuthenticator Propose(PortalUser user)
    {
        var key = users.GenerateNewAuthenticatorKey();
        return new NewAuthenticator(key, user.Email!, protector.Protect($"{user.Id} {key}", KeyLifetime));
    }

    /// <summary>The same once more; null where it is none of the person's, or too old.</summary>
    public NewAuthenticator? Open(PortalUser user, string? carried)
    {
        try
        {
            return !string.IsNullOrEmpty(carried)
                && protector.Unprotect(carried).Split(' ') is [var owner, var key] && owner == $"{user.Id}"
                    ? new NewAuthenticator(key, user.Email!, carried)
                    : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes the authenticator that shows a right code, in place of any other.</summary>
    /// <returns>New recovery codes; null where the code is not right.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(
        PortalUser user, NewAuthenticator authenticator, string? code, CancellationToken cancellationToken)
    {
        await ((IUserAuthenticatorKeyStore<PortalUser>)store).SetAuthenticatorKeyAsync(
            user, authenticator.Key, cancellationToken);
        var isRight = await codes.ShowsAsync(user, code);
        if (!isRight)
        {
            db.ChangeTracker.Clear();
            return null;
        }

        db.Audit(new SecondFactorTurnedOn(user.Id), user.Id, clock.GetCurrentInstant());
        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];
    }

    /// <summary>New recovery codes; the former ones are worth nothing any more.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(PortalUser user)
    {
        db.Audit(new RecoveryCodesMade(user.Id), user.Id, clock.GetCurrentInstant());
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];
    }

    public async Task TurnOffAsync(PortalUser user)
    {
        db.Audit(new SecondFactorTurnedOff(user.Id), user.Id, clock.GetCurrentInstant());
        await users.SetTwoFactorEnabledAsync(user, enabled: false);
        await users.ResetAuthenticatorKeyAsync(user);
    }
}
