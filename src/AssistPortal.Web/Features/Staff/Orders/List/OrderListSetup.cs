namespace AssistPortal.Web.Features.Staff.Orders.List;

internal static class OrderListSetup
{
    public static IServiceCollection AddOrderList(this IServiceCollection services) => services
        .AddSingleton<OrderListPlace>()
        .AddScoped<OrderList>()
        .AddScoped<OrderListPages>()
        .AddScoped<OrderCsv>();
}
