using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.HelpDesk;

internal static class HelpDeskSetup
{
    public static IServiceCollection AddHelpDesk(this IServiceCollection services)
    {
        services.AddSettings<TrialOptions>("Trials");
        return services
            .AddScoped<RequestFiling>()
            .AddScoped<AskerErasure>();
    }
}
