namespace AssistPortal.Web.Features.Staff.Orders.Acts;

internal static class OrderActsSetup
{
    public static IServiceCollection AddOrderActs(this IServiceCollection services) => services
        .AddScoped<StaffMovePages>()
        .AddScoped<StaffMoveReader>()
        .AddScoped<StaffMover>();
}
