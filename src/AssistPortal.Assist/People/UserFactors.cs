using AssistPortal.Assist.People.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.People;

/// <summary>For the day on which somebody has lost what they sign in with besides the password.</summary>
public sealed class UserFactors(PortalDbContext db, IAccountNews news, IClock clock)
{
    /// <summary>Whether an account has an authenticator, a passkey, or is known to the identity provider.</summary>
    public async Task<bool> HasAnyAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Users.AnyAsync(user => user.Id == id && user.TwoFactorEnabled, cancellationToken)
        || await Passkeys(id).AnyAsync(cancellationToken)
        || await Logins(id).AnyAsync(cancellationToken);

    /// <summary>
    /// Takes authenticator, recovery codes, passkeys and what the identity provider knows it by from an account, whose
    /// sessions end; its password stays.
    /// </summary>
    public Task<UserOutcome> TakeAsync(Guid id, Guid actorId, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async cancellationToken =>
            {
                var outcome = await TakeAllAsync(id, actorId, cancellationToken);
                return (Commit: outcome == UserOutcome.Saved, Result: outcome);
            },
            cancellationToken);

    private async Task<UserOutcome> TakeAllAsync(Guid id, Guid actorId, CancellationToken cancellationToken)
    {
        if (id == actorId)
        {
            return UserOutcome.OwnAccount;
        }

        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is not { } user)
        {
            return UserOutcome.Gone;
        }

        user.TwoFactorEnabled = false;
        user.EndSessions();
        await Passkeys(id).ExecuteDeleteAsync(cancellationToken);
        await Logins(id).ExecuteDeleteAsync(cancellationToken);
        await db.UserTokens.Where(token => token.UserId == id).ExecuteDeleteAsync(cancellationToken);
        news.Tell(user, AccountChange.FactorsTaken);
        db.Audit(new UserFactorsTaken(id), actorId, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return UserOutcome.Saved;
    }

    private IQueryable<IdentityUserLogin<Guid>> Logins(Guid id) => db.UserLogins.Where(login => login.UserId == id);

    private IQueryable<IdentityUserPasskey<Guid>> Passkeys(Guid id) =>
        db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == id);
}
