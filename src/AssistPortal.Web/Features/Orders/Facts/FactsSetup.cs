namespace AssistPortal.Web.Features.Orders.Facts;

internal static class FactsSetup
{
    public static IServiceCollection AddOrderFacts(this IServiceCollection services) =>
        services.AddScoped<OrderPages>();
}
