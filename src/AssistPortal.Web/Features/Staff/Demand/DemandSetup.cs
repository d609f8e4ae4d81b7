namespace AssistPortal.Web.Features.Staff.Demand;

internal static class DemandSetup
{
    public static IServiceCollection AddDemandPages(this IServiceCollection services) =>
        services.AddScoped<DemandReader>();
}
