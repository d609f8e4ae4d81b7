using System.Text;
using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AssistPortal.Data.Accounts;

/// <summary>
/// Mailed links by which people set a password: they work once, for some days, and end when the account is signed out
/// everywhere, deactivated or given another address.
/// </summary>
public sealed class PasswordLinks(
    PortalDbContext db, UserManager<PortalUser> users, IAccountNews news, IClock clock)
{
    public const int LifetimeDays = 3;

    private const int IdLength = 32;

    /// <summary>The secret part of a link; null where the account gets none.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="email">Where the mail goes: nobody but the account's own address gets one.</param>
    public async Task<string?> MakeKeyAsync(Guid userId, string email)
    {
        if (await users.FindByIdAsync(userId.ToString()) is not { IsDeactivated: false } user || user.Email != email)
        {
            return null;
        }

        var token = await users.GeneratePasswordResetTokenAsync(user);
        return $"{userId:N}{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}";
    }

    /// <summary>Sets the password and uses the link up, both or neither.</summary>
    public async Task<PasswordLinkOutcome> SetAsync(string key, string password)
    {
        if (await FindAsync(key) is not var (user, token))
        {
            return new PasswordLinkOutcome(UserId: null, Fault: null);
        }

        if (PasswordRules.FaultOf(password, user) is { } fault)
        {
            return new PasswordLinkOutcome(user.Id, fault);
        }

        if (user.PasswordHash is not null)
        {
            news.Tell(user, AccountChange.Password);
        }

        (user.EmailConfirmed, user.LockoutEnd, user.AccessFailedCount) = (true, null, 0);
        db.Audit(new UserPasswordSet(user.Id), user.Id, clock.GetCurrentInstant());
        var result = await users.ResetPasswordAsync(user, token, password);
        if (!result.Succeeded)
        {
            db.ChangeTracker.Clear();
        }

        return new PasswordLinkOutcome(result.Succeeded ? user.Id : null, Fault: null);
    }

    private async Task<(PortalUser User, string Token)?> FindAsync(string key)
    {
        if (key.Length <= IdLength
            || !Guid.TryParseExact(key[..IdLength], "N", out var userId)
            || Decode(key[IdLength..]) is not { } token)
        {
            return null;
        }

        return await users.FindByIdAsync(userId.ToString()) is { IsDeactivated: false } user
            && await users.VerifyUserTokenAsync(
                user, users.Options.Tokens.PasswordResetTokenProvider,
                UserManager<PortalUser>.ResetPasswordTokenPurpose, token)
            ? (user, token)
            : null;
    }

    private static string? Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
