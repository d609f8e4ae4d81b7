using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.HelpDesk;

internal static class HelpDeskSetup
{
    public static IServiceCollection AddHelpDesk(this IServiceCollection services)
    {
        services.AddOptions<TrialOptions>().BindConfiguration("Trials").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<RequestFiling>()
            .AddScoped<AskerErasure>();
    }
}
