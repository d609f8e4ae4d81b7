using System.Security.Claims;
using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.SignIn;
using AssistPortal.Data.SignIn.Audit;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts.SingleSignOn;

/// <summary>Lets in whom the identity provider vouches for, with an account of their own.</summary>
public sealed class SingleSignOnEntry(
    PortalDbContext db,
    UserManager<PortalUser> users,
    AccountSessions sessions,
    SecurityLog log,
    IAccountNews news,
    IOptions<SingleSignOnOptions> options,
    IClock clock)
{
    private const string Provider = "sso";

    /// <returns>Whose account it is, and what is still to be shown; null where there is none for them.</returns>
    public async Task<SingleSignOnResult?> EnterAsync(HttpContext context, ClaimsPrincipal claims)
    {
        var user = await db.InTransactionAsync(
            async cancellationToken =>
            {
                var found = await FindAsync(claims) ?? await LinkAsync(claims);
                if (found is { IsDeactivated: false })
                {
                    await SetRolesAsync(found, claims, cancellationToken);
                }

                return (Commit: found is not null, Result: found);
            },
            context.RequestAborted);
        if (user is not { IsDeactivated: false })
        {
            await log.FailedAsync(user?.Id, SignInWay.SingleSignOn, context.RequestAborted);
            return null;
        }

        var isStrong = claims.FindAll("amr").Any(claim => claim.Value == PortalClaims.TwoFactors);
        if (user.TwoFactorEnabled && !isStrong)
        {
            // Whoever has set up an authenticator shows it, whatever the first factor is.
            await AccountSessions.AwaitSecondFactorAsync(context, user);
            return new SingleSignOnResult(user, AsksForCode: true);
        }

        await sessions.EnterAsync(context, user, SignInWay.SingleSignOn, isStrong);
        return new SingleSignOnResult(user, AsksForCode: false);
    }

    private Task<PortalUser?> FindAsync(ClaimsPrincipal claims) => users.FindByLoginAsync(Provider, KeyOf(claims));

    /// <summary>
    /// By what somebody is known: a subject is one of its issuer's alone (OpenID Connect Core 2). As a hash, for not
    /// every database tells capital letters from small ones.
    /// </summary>
    private static string KeyOf(ClaimsPrincipal claims) =>
        SecretKey.HashOf($"{claims.FindFirstValue("iss")}\n{claims.FindFirstValue("sub")}");

    /// <summary>The first sign-in of somebody of an allowed domain: into their account, or a new one.</summary>
    private async Task<PortalUser?> LinkAsync(ClaimsPrincipal claims)
    {
        // Token and user information may differ: then it is not known which of them was verified.
        var given = OnlyValue(claims, "email");
        var email = Tolerant.Email(given);

        // What people may type in several ways, a provider has verified in one.
        if (!TextRules.IsEmail(email) || email != given
            || !string.Equals(OnlyValue(claims, "email_verified"), "true", StringComparison.OrdinalIgnoreCase)
            || !options.Value.Domains.Contains(email.Split('@')[1], StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var user = await users.FindByNameAsync(email);
        if (user is { IsDeactivated: true })
        {
            return user;
        }

        if (user is not null)
        {
            // An address that the provider has given to somebody else does not give them the account with it.
            if ((await users.GetLoginsAsync(user)).Any(login => login.LoginProvider == Provider))
            {
                return null;
            }

            news.Tell(user, AccountChange.SingleSignOn);
        }
        else
        {
            user = new PortalUser(NameOf(claims, "given_name"), NameOf(claims, "family_name"))
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                Email = email,
                EmailConfirmed = true,
            };
            db.Audit(new SingleSignOnUserAdded(user.Id), AuditActor.Portal, clock.GetCurrentInstant());
            if (!(await users.CreateAsync(user)).Succeeded)
            {
                return null;
            }
        }

        var login = new UserLoginInfo(Provider, KeyOf(claims), options.Value.Name);
        return (await users.AddLoginAsync(user, login)).Succeeded ? user : null;
    }

    private async Task SetRolesAsync(PortalUser user, ClaimsPrincipal claims, CancellationToken cancellationToken)
    {
        var map = options.Value.Roles;
        var managed = map.Values.ToHashSet(StringComparer.Ordinal);
        var wanted = claims.FindAll(options.Value.RoleClaim)
            .Select(claim => map.GetValueOrDefault(claim.Value)).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var held = (await users.GetRolesAsync(user)).Order(StringComparer.Ordinal).ToList();
        var next = held.Where(role => !managed.Contains(role)).Concat(wanted)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (held.SequenceEqual(next, StringComparer.Ordinal))
        {
            return;
        }

        foreach (var role in next.Except(held, StringComparer.Ordinal))
        {
            await db.GrantAsync(role, user.Id, cancellationToken);
        }

        var lost = held.Except(next, StringComparer.Ordinal).ToList();
        db.UserRoles.RemoveRange(await db.UserRoles
            .Where(link => link.UserId == user.Id
                && db.Roles.Any(role => role.Id == link.RoleId && lost.Contains(role.Name!)))
            .ToListAsync(cancellationToken));
        if (lost.Exists(AssistRoles.IsOfDesk))
        {
            user.LeaveStaff(clock.GetCurrentInstant());
        }

        user.EndSessions();
        db.Audit(
            new SingleSignOnRolesSet(user.Id, Change.Between<IReadOnlyList<string>>(held, next)),
            AuditActor.Portal,
            clock.GetCurrentInstant());
        await users.UpdateAsync(user);
    }

    private static string? OnlyValue(ClaimsPrincipal claims, string claim) =>
        claims.FindAll(claim).Select(found => found.Value).Distinct(StringComparer.Ordinal).ToList() is [var only]
            ? only
            : null;

    private static string NameOf(ClaimsPrincipal claims, string claim) =>
        TypedText.Cut(Tolerant.Text(claims.FindFirstValue(claim)), PortalUser.NameLength);
}

/// <param name="User">Whose account it is.</param>
/// <param name="AsksForCode">Whether the account's authenticator is still to be shown: nobody is signed in yet.</param>
public sealed record SingleSignOnResult(PortalUser User, bool AsksForCode);
