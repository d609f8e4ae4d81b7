using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace AssistPortal.Data.Accounts;

/// <summary>
/// Identity's store, but that whoever reads the database learns no second factor: the authenticator's key is
/// encrypted, and of recovery codes there are hashes.
/// </summary>
internal sealed class PortalUserStore(
    PortalDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserStore<PortalUser, PortalRole, PortalDbContext, Guid>(db, describer)
{
    // Where Identity keeps them.
    private const string Provider = "[AspNetUserStore]";
    private const string Codes = "RecoveryCodes";

    private readonly IDataProtector protector = protection.CreateProtector("AssistPortal.AuthenticatorKey");

    public override Task SetAuthenticatorKeyAsync(PortalUser user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(PortalUser user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } stored
                ? protector.Unprotect(stored)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // The portal's keys are lost: so is the second factor, but for recovery codes.
            return null;
        }
    }

    public override Task ReplaceCodesAsync(
        PortalUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(SecretKey.HashOf), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(PortalUser user, string code, CancellationToken cancellationToken)
    {
        var stored = (await GetTokenAsync(user, Provider, Codes, cancellationToken) ?? "").Split(';').ToList();
        if (!stored.Remove(SecretKey.HashOf(code)))
        {
            return false;
        }

        await SetTokenAsync(user, Provider, Codes, string.Join(';', stored), cancellationToken);
        return true;
    }
}
