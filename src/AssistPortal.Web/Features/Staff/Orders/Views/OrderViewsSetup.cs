namespace AssistPortal.Web.Features.Staff.Orders.Views;

internal static class OrderViewsSetup
{
    public static IServiceCollection AddOrderViews(this IServiceCollection services) =>
        services.AddScoped<OrderViewPages>();
}
