using System.Security.Claims;
using AssistPortal.Assist;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Who has to show two factors.</summary>
public sealed class SecondFactorRule(
    IOptions<SecondFactorOptions> options, IHostEnvironment environment, IConfiguration configuration)
{
    private static readonly string[] Roles =
        [PortalRoles.Administrator, AssistRoles.Coordinator, AssistRoles.Producer, TrialRoles.HelpDesk];

    private readonly bool isRequired = options.Value.Required
        ?? (environment.IsProduction() && !configuration.GetValue<bool>("Demo:Seed"));

    /// <summary>Whether somebody has to, whatever they have shown.</summary>
    public bool IsRequiredOf(ClaimsPrincipal user) => isRequired && Array.Exists(Roles, user.IsInRole);

    /// <summary>Whether somebody who is signed in may go on only when a second factor is set up.</summary>
    public bool Stops(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && !user.HasShownTwoFactors() && IsRequiredOf(user);
}
