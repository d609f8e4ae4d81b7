using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Contacting;

internal static class ContactingSetup
{
    public static IServiceCollection AddContacting(this IServiceCollection services) =>
        services.AddScoped<TrialContacts>();
}
