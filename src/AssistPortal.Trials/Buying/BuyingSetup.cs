using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Buying;

internal static class BuyingSetup
{
    public static IServiceCollection AddBuying(this IServiceCollection services) => services
        .AddComposed<PurchaseRequests>()
        .AddComposed<SiteOrders>()
        .AddComposed<TrialConversion>();
}
