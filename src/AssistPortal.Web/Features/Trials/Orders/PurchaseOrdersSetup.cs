namespace AssistPortal.Web.Features.Trials.Orders;

internal static class PurchaseOrdersSetup
{
    public static IServiceCollection AddPurchaseOrderPages(this IServiceCollection services) => services
        .AddScoped<PurchaseOrderList>()
        .AddScoped<PurchaseOrderCsv>();
}
