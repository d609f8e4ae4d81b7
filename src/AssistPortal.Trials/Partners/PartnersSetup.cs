using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Partners;

internal static class PartnersSetup
{
    public static IServiceCollection AddPartners(this IServiceCollection services) =>
        services.AddScoped<PartnerAccess>().AddScoped<PartnerBook>();
}
