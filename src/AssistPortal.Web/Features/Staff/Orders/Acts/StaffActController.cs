using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders;
using Microsoft.AspNetCore.Authorization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>A page on which a coordinator acts on one order.</summary>
[Authorize(Roles = StaffRoles.All)]
public abstract class StaffActController(OrderReader orders) : OrderActController
{
    protected override string Path => $"/staff/orders/{Order.RequestNumber}";

    protected override Task<OrderWithRelations?> FindAsync(string number, CancellationToken cancellationToken) =>
        orders.FindByNumberAsync(number, cancellationToken);
}
