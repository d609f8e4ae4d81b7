namespace AssistPortal.Web.Features.Staff.Orders.New;

internal static class NewOrderSetup
{
    public static IServiceCollection AddNewOrder(this IServiceCollection services) =>
        services.AddScoped<NewOrderReader>();
}
