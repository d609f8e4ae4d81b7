namespace AssistPortal.Web.Features.Staff.Orders.Edit;

internal static class OrderEditSetup
{
    public static IServiceCollection AddOrderEdit(this IServiceCollection services) => services
        .AddScoped<OrderEditReader>()
        .AddScoped<OrderEditPages>();
}
