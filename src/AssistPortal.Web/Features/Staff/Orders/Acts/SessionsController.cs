using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Times;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Planning call, consultations and rehearsals of an order, for coordinators.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/{number}/sessions")]
public sealed class SessionsController(
    OrderReader orders,
    SessionPages pages,
    SessionBook book,
    IValidator<SessionInput> validator,
    IValidator<SessionCancelInput> cancelValidator,
    IStringLocalizer<SessionsTexts> texts,
    IStringLocalizer<TimesTexts> times) : SessionActsController(
        pages, book, validator, cancelValidator, texts, times)
{
    protected override SessionActor Actor => SessionActor.Coordinator(Order);

    protected override Task<OrderWithRelations?> FindAsync(string number, CancellationToken cancellationToken) =>
        orders.FindByNumberAsync(number, cancellationToken);
}
