using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>All sessions of an order on one page, for coordinators.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/{number}/sessions/plan")]
public sealed class SessionPlanController(
    OrderReader orders,
    SessionPlanPages pages,
    SessionPlanReader reader,
    SessionPlanning planning,
    IStringLocalizer<SessionsTexts> texts) : SessionPlanActsController(pages, reader, planning, texts)
{
    protected override SessionActor Actor => SessionActor.Coordinator(Order);

    protected override Task<OrderWithRelations?> FindAsync(string number, CancellationToken cancellationToken) =>
        orders.FindByNumberAsync(number, cancellationToken);
}
