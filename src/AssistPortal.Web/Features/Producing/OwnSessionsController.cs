using AssistPortal.Assist;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Times;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Producing;

/// <summary>Planning call, consultations and rehearsals of an order, for its own producer, who holds them.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/orders/{number}/sessions")]
public sealed class OwnSessionsController(
    OwnProducer own,
    OrderReader orders,
    SessionPages pages,
    SessionBook book,
    IValidator<SessionInput> validator,
    IValidator<SessionCancelInput> cancelValidator,
    IStringLocalizer<SessionsTexts> texts,
    IStringLocalizer<TimesTexts> times) : SessionActsController(
        pages, book, validator, cancelValidator, texts, times)
{
    protected override SessionActor Actor => OwnProducer.ActorOf(Order);

    protected override Task<OrderWithRelations?> FindAsync(string number, CancellationToken cancellationToken) =>
        own.FindOrderAsync(User, orders, number, cancellationToken);
}
