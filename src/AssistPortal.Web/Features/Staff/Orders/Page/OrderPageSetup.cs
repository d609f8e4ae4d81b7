namespace AssistPortal.Web.Features.Staff.Orders.Page;

internal static class OrderPageSetup
{
    public static IServiceCollection AddOrderPage(this IServiceCollection services) =>
        services.AddScoped<StaffOrderPages>();
}
