using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>
/// Signing in by password. An unknown address, an account without a password and one that was deactivated take the same
/// work as a wrong password, and are told the same.
/// </summary>
public sealed class PasswordSignIn(
    UserManager<PortalUser> users,
    AccountSessions sessions,
    SignInLimits limits,
    SecurityLog log,
    IOptions<PasswordHasherOptions> hashing)
{
    /// <summary>Counts the try, then looks at the password.</summary>
    public async Task<PasswordSignInResult> TryAsync(HttpContext context, string? email, string password)
    {
        var (address, client) = (Tolerant.Email(email), context.Connection.RemoteIpAddress);
        var user = await users.FindByNameAsync(address);
        var device = await sessions.DeviceAsync(context, user?.Id ?? Guid.Empty);

        // Counted by its own name: SQL Server passes over signs that have no weight, and each of them would be new.
        var account = user?.NormalizedUserName ?? address;
        var counted = await limits.CountPasswordAsync(account, client, device, context.RequestAborted);
        if (counted.Wait is { } wait)
        {
            await log.LimitedAsync(user?.Id, SignInWay.Password, client, context.RequestAborted);
            return new PasswordSignInResult(PasswordSignInOutcome.TooMany, null) { Wait = wait };
        }

        if (!await IsRightAsync(user, password))
        {
            await log.FailedAsync(user?.Id, SignInWay.Password, context.RequestAborted);
            return new PasswordSignInResult(PasswordSignInOutcome.Wrong, null);
        }

        await limits.TakeBackAsync(counted, context.RequestAborted);
        if (user!.TwoFactorEnabled)
        {
            await AccountSessions.AwaitSecondFactorAsync(context, user);
            return new PasswordSignInResult(PasswordSignInOutcome.SecondFactor, user);
        }

        await sessions.EnterAsync(context, user, SignInWay.Password, isStrong: false);
        return new PasswordSignInResult(PasswordSignInOutcome.Entered, user);
    }

    private async Task<bool> IsRightAsync(PortalUser? user, string password)
    {
        if (user is { PasswordHash: not null, IsDeactivated: false })
        {
            if (await users.CheckPasswordAsync(user, password))
            {
                return true;
            }

            HashRounds.MakeUp(user.PasswordHash, password, hashing.Value.IterationCount);
            return false;
        }

        users.PasswordHasher.HashPassword(new PortalUser(), password);
        return false;
    }
}

/// <param name="Outcome">What became of it.</param>
/// <param name="User">Whose password it is; null where it is wrong.</param>
public sealed record PasswordSignInResult(PasswordSignInOutcome Outcome, PortalUser? User)
{
    /// <summary>How long to wait before the next try.</summary>
    public Duration Wait { get; init; }
}

public enum PasswordSignInOutcome
{
    Entered,

    /// <summary>The password is right, and a second factor is asked for.</summary>
    SecondFactor,

    Wrong,

    TooMany,
}
