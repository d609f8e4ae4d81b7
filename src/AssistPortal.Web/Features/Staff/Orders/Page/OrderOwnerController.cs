using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>Who looks after an order: taken, given to somebody else, let go.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/{number}/owner")]
public sealed class OrderOwnerController(
    OrderReader orders,
    StaffOrderPages pages,
    OrderListPlace place,
    OrderOwners owners,
    IStringLocalizer<StaffOrderTexts> texts,
    IStringLocalizer<OrdersTexts> acts) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Give(string number, OwnerInput input, CancellationToken cancellationToken)
    {
        if (await orders.FindByNumberAsync(number, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        var people = await owners.PeopleAsync(cancellationToken);
        var next = people.FirstOrDefault(person => person.IsActive && IsMeant(input.Owner, person));
        if (next is null && !input.IsNobody)
        {
            return this.Refused(
                "Order",
                await pages.OfAsync(whole, HttpContext, cancellationToken) with { Owner = input },
                nameof(input.Owner),
                texts["Owner.Error"]);
        }

        var outcome = await owners.GiveAsync(
            whole.Order.Id, SeenBy(input, whole.Order), next?.Id, User.UserId(), cancellationToken);
        if (outcome == DeskOutcome.Done)
        {
            return this.Saved(place.PathOf(whole.Order.RequestNumber, Request), NoticeOf(next));
        }

        var now = (await orders.FindByNumberAsync(number, cancellationToken))!;
        return this.Changed(
            "Order",
            await pages.OfAsync(now, HttpContext, cancellationToken) with { Refusal = acts["Act.Changed"] });
    }

    private static bool IsMeant(string? typed, DeskPerson person) =>
        Guid.TryParse(Tolerant.Code(typed), out var id) && id == person.Id;

    /// <summary>Without the page's form, whoever has the order now counts as seen.</summary>
    private static Guid? SeenBy(OwnerInput input, Order order) => Tolerant.Code(input.Seen) switch
    {
        "" => order.OwnerId,
        var seen => Guid.TryParse(seen, out var id) ? id : null,
    };

    private LocalizedString NoticeOf(DeskPerson? next) =>
        next is null ? texts["Owner.Freed"]
        : next.Id == User.UserId() ? texts["Owner.Taken"]
        : texts["Owner.Given", next.Name];
}
