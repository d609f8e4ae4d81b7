namespace AssistPortal.Web.Features.Staff.Orders.List;

internal static class OrderListSetup
{
    public static IServiceCollection AddOrderList(this IServiceCollection services) => services
        .AddSingleton<OrderListPlace>()
        .AddScoped<OrderSearch>()
        .AddScoped<CommonCounts>()
        .AddScoped<OrderCounts>()
        .AddScoped<OrderViewTabs>()
        .AddScoped<FilterWords>()
        .AddScoped<OrderList>()
        .AddScoped<OrderListPages>()
        .AddScoped<OrdersBeside>()
        .AddScoped<OrderCsv>();
}
