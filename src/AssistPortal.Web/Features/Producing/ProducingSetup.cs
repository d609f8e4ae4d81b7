namespace AssistPortal.Web.Features.Producing;

internal static class ProducingSetup
{
    public static IServiceCollection AddProducingPages(this IServiceCollection services) => services
        .AddScoped<OwnProducer>()
        .AddScoped<AssignedOrderPages>();
}
