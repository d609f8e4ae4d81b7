namespace AssistPortal.Web.Features.Staff.Orders;

internal static class StaffOrdersSetup
{
    /// <summary>The list of orders and the page of each, for coordinators.</summary>
    public static IServiceCollection AddStaffOrders(this IServiceCollection services) => services
        .AddSingleton<OrderListPlace>()
        .AddScoped<StaffOrders>()
        .AddScoped<StaffMovePages>()
        .AddScoped<StaffMover>()
        .AddScoped<OrderList>()
        .AddScoped<OrderListPages>()
        .AddScoped<OrderCsv>();
}
