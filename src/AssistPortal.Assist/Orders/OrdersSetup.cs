using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Orders;

internal static class OrdersSetup
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddScoped<OrderReader>()
        .AddScoped<OrderWords>()
        .AddScoped<Correspondence>();
}
