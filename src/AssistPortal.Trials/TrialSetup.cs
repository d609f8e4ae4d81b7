using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials;

public static class TrialSetup
{
    /// <summary>Module two: partners' trials. So far the people who will work with it.</summary>
    public static IServiceCollection AddTrials(this IServiceCollection services) => services
        .AddRoleNames(TrialRoles.PartnerAdministrator, TrialRoles.CustomerAdministrator, TrialRoles.HelpDesk)
        .AddTrialDemo();
}
