using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Further;
using AssistPortal.Web.Features.Orders.Next;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Orders.Timeline;

namespace AssistPortal.Web.Features.Orders;

internal static class OrdersSetup
{
    /// <summary>What hosts, customers, producers and staff share of an order.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddOrderFacts()
        .AddTimeline()
        .AddCorrespondence()
        .AddNextSteps()
        .AddFurtherLines()
        .AddSessions();
}
