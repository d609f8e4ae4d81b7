using FluentValidation;

namespace AssistPortal.Web.Features.Staff.Orders;

internal static class StaffOrdersSetup
{
    /// <summary>The list of orders and the page of each, for coordinators.</summary>
    public static IServiceCollection AddStaffOrders(this IServiceCollection services) => services
        .AddSingleton<IValidator<OrderListInput>, OrderListValidator>()
        .AddScoped<OrderList>()
        .AddScoped<OrderListPages>()
        .AddScoped<OrderCsv>();
}
