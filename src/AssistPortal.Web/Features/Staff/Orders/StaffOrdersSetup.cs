using AssistPortal.Web.Features.Staff.Orders.Acts;
using AssistPortal.Web.Features.Staff.Orders.Edit;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Features.Staff.Orders.New;
using AssistPortal.Web.Features.Staff.Orders.Page;
using AssistPortal.Web.Features.Staff.Orders.Views;

namespace AssistPortal.Web.Features.Staff.Orders;

internal static class StaffOrdersSetup
{
    /// <summary>The list of orders, the page of each, and what coordinators do there.</summary>
    public static IServiceCollection AddStaffOrders(this IServiceCollection services) =>
        services.AddOrderList().AddNewOrder().AddOrderPage().AddOrderActs().AddOrderEdit().AddOrderViews();
}
