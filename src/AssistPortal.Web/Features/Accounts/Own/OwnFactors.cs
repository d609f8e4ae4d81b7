using System.Security.Claims;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
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
    IAccountNews news,
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
    /// <returns>
    /// New recovery codes; null where the code is not right, or the account was changed at the same moment.
    /// </returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(
        PortalUser user, NewAuthenticator authenticator, string? code, CancellationToken cancellationToken)
    {
        var made = await db.InTransactionAsync(
            async cancellationToken =>
            {
                var made = await TakeAsync(user, authenticator, code, cancellationToken);
                return (Commit: made is not null, Result: made);
            },
            cancellationToken);
        if (made is null)
        {
            db.ChangeTracker.Clear();
        }

        return made;
    }

    /// <summary>New recovery codes; the former ones are worth nothing any more.</summary>
    /// <returns>Null where the account was changed at the same moment.</returns>
    public Task<IReadOnlyList<string>?> RenewCodesAsync(PortalUser user)
    {
        Note(user, AccountChange.RecoveryCodes, new RecoveryCodesMade(user.Id));
        return MakeCodesAsync(user);
    }

    /// <returns>False where the account was changed at the same moment.</returns>
    public Task<bool> TurnOffAsync(PortalUser user, CancellationToken cancellationToken) => db.InTransactionAsync(
        async cancellationToken =>
        {
            db.Attach(user);
            Note(user, AccountChange.FactorOff, new SecondFactorTurnedOff(user.Id));
            var isOff = (await users.SetTwoFactorEnabledAsync(user, enabled: false)).Succeeded
                && (await users.ResetAuthenticatorKeyAsync(user)).Succeeded;
            return (Commit: isOff, Result: isOff);
        },
        cancellationToken);

    private async Task<IReadOnlyList<string>?> TakeAsync(
        PortalUser user, NewAuthenticator authenticator, string? code, CancellationToken cancellationToken)
    {
        db.Attach(user);
        await ((IUserAuthenticatorKeyStore<PortalUser>)store).SetAuthenticatorKeyAsync(
            user, authenticator.Key, cancellationToken);
        if (!await codes.ShowsAsync(user, code))
        {
            return null;
        }

        // Nobody signs in with a code that was shown here.
        await codes.UseUpAsync(user, code, cancellationToken);
        Note(user, AccountChange.FactorOn, new SecondFactorTurnedOn(user.Id));
        return (await users.SetTwoFactorEnabledAsync(user, enabled: true)).Succeeded
            && await MakeCodesAsync(user) is { } made
                ? made
                : null;
    }

    private async Task<IReadOnlyList<string>?> MakeCodesAsync(PortalUser user) =>
        await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) is { } made ? [.. made] : null;

    private void Note(PortalUser user, AccountChange change, AuditRecord record)
    {
        news.Tell(user, change);
        db.Audit(record, user.Id, clock.GetCurrentInstant());
    }
}
