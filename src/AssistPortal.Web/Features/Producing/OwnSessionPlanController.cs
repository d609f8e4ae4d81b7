using AssistPortal.Assist;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Producing;

/// <summary>All sessions of an order on one page, for its own producer.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/orders/{number}/sessions/plan")]
public sealed class OwnSessionPlanController(
    OwnProducer own,
    OrderReader orders,
    SessionPlanPages pages,
    SessionPlanReader reader,
    SessionPlanning planning,
    IStringLocalizer<SessionsTexts> texts) : SessionPlanActsController(pages, reader, planning, texts)
{
    protected override SessionActor Actor => OwnProducer.ActorOf(Order);

    protected override Task<OrderWithRelations?> FindAsync(string number, CancellationToken cancellationToken) =>
        own.FindOrderAsync(User, orders, number, cancellationToken);
}
