using AssistPortal.Web.Features.Trials.Convert;
using AssistPortal.Web.Features.Trials.Customers;
using AssistPortal.Web.Features.Trials.Orders;

namespace AssistPortal.Web.Features.Trials;

internal static class TrialPagesSetup
{
    /// <summary>The pages of partners' trials.</summary>
    public static IServiceCollection AddTrialPages(this IServiceCollection services) => services
        .AddCustomerPages()
        .AddConvertPages()
        .AddPurchaseOrderPages();
}
