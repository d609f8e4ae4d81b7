using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.SignIn;
using AssistPortal.Data.SignIn.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>
/// Somebody's passkeys. Each change leaves an entry in the audit trail, in the same save. One that is added or removed
/// ends the account's other sessions, and its owner is told by mail.
/// </summary>
public sealed class OwnPasskeys(
    PortalDbContext db,
    SignInManager<PortalUser> signIn,
    UserManager<PortalUser> users,
    IAccountNews news,
    IClock clock)
{
    /// <summary>As many an account may have.</summary>
    public const int Most = 20;

    public const int NameLength = 60;

    /// <summary>Adds what a browser has made.</summary>
    /// <param name="user">Whose it is to be.</param>
    /// <param name="credential">What the browser answered, in JSON.</param>
    /// <param name="name">What it is to be called; empty for what the device is.</param>
    /// <param name="device">The device.</param>
    /// <returns>Why it was not added; null where it was.</returns>
    public async Task<PasskeyRefusal?> AddAsync(PortalUser user, string? credential, string name, DeviceKind device)
    {
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
        {
            return PasskeyRefusal.TooMany;
        }

        if (await AttestAsync(credential) is not { } made || made.UserEntity?.Id != $"{user.Id}")
        {
            return PasskeyRefusal.Failed;
        }

        var named = TypedText.IsSeen(name) ? name : $"{device.Browser} {device.Platform}";
        made.Passkey!.Name = TypedText.Cut(named.ReplaceLineEndings(" ").Trim(), NameLength);
        Note(user, AccountChange.PasskeyAdded, new PasskeyAdded(user.Id, made.Passkey.Name));
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded ? null : PasskeyRefusal.Failed;
    }

    /// <summary>
    /// A passkey of the account by its key in addresses; null where it has none such, or the key is blank.
    /// </summary>
    public async Task<UserPasskeyInfo?> FindAsync(PortalUser user, string? id)
    {
        try
        {
            return id is null ? null : await users.GetPasskeyAsync(user, WebEncoders.Base64UrlDecode(id));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public async Task<bool> IsLastAsync(PortalUser user) => (await users.GetPasskeysAsync(user)).Count == 1;

    public async Task RenameAsync(PortalUser user, UserPasskeyInfo passkey, string name)
    {
        db.Audit(
            new PasskeyRenamed(user.Id, Change.Between(passkey.Name, name)), user.Id, clock.GetCurrentInstant());
        passkey.Name = name;
        await users.AddOrUpdatePasskeyAsync(user, passkey);
    }

    /// <returns>False where the account was changed at the same moment.</returns>
    public async Task<bool> RemoveAsync(PortalUser user, UserPasskeyInfo passkey)
    {
        Note(user, AccountChange.PasskeyRemoved, new PasskeyRemoved(user.Id, passkey.Name ?? ""));
        return (await users.RemovePasskeyAsync(user, passkey.CredentialId)).Succeeded;
    }

    private void Note(PortalUser user, AccountChange change, AuditRecord record)
    {
        user.EndSessions();
        news.Tell(user, change);
        db.Audit(record, user.Id, clock.GetCurrentInstant());
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string? credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(string.IsNullOrEmpty(credential) ? "{}" : credential)
                is { Succeeded: true } made ? made : null;
        }
        catch (InvalidOperationException)
        {
            // The browser was never asked for one, or too long ago.
            return null;
        }
    }
}

public enum PasskeyRefusal
{
    /// <summary>The browser made none, or too late.</summary>
    Failed,

    /// <summary>There are <see cref="OwnPasskeys.Most"/> already.</summary>
    TooMany,
}
