using System.Security.Claims;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Asks now and then whether a session goes on: the account as a whole, and its device.</summary>
internal sealed class SessionValidator(
    IOptions<SecurityStampValidatorOptions> options,
    SignInManager<PortalUser> signIn,
    KnownDevices devices,
    ILoggerFactory loggers)
    : SecurityStampValidator<PortalUser>(options, signIn, loggers)
{
    /// <summary>What a session began with stays with it when names and roles are read anew.</summary>
    public static Task KeepAsync(SecurityStampRefreshingPrincipalContext context)
    {
        var identity = context.NewPrincipal!.Identities.First();
        identity.AddClaims(context.CurrentPrincipal!.FindAll(
            claim => claim.Type is PortalClaims.Session or PortalClaims.Method));
        return Task.CompletedTask;
    }

    protected override async Task<PortalUser?> VerifySecurityStamp(ClaimsPrincipal? principal) =>
        await base.VerifySecurityStamp(principal) is { IsDeactivated: false } user
        && principal?.SessionId() is { } session
        && await devices.IsOpenAsync(user.Id, session, SignInManager.Context.RequestAborted)
            ? user
            : null;
}
