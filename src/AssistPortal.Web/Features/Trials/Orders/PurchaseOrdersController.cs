using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Buying;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>What a partner has ordered for its customers, and WebEx sites that wait to be ordered.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
public sealed class PurchaseOrdersController(
    PurchaseOrderList list, PurchaseOrderCsv csv, SiteOrders sites, IStringLocalizer<PurchaseOrderTexts> texts)
    : Controller
{
    [HttpGet("trials/orders")]
    public async Task<IActionResult> List([FromQuery] string? after, CancellationToken cancellationToken)
    {
        var place = OrderPlace.Read(after);
        return View("PurchaseOrders", new PurchaseOrdersPage
        {
            List = await list.ReadAsync(User.UserId(), place, cancellationToken),
            IsFirst = place is null,
            Notice = TempData["Notice"] as string,
            Refusal = TempData["Refusal"] as string,
        });
    }

    [HttpGet("trials/orders.csv")]
    public IActionResult Export() => csv.Write(User.UserId(), HttpContext.RequestAborted);

    /// <summary>Orders WebEx for a trial whose site the help desk has deleted.</summary>
    [HttpPost("trials/{id:guid}/order-webex")]
    public async Task<IActionResult> OrderWebEx(Guid id, CancellationToken cancellationToken) =>
        await sites.OrderAsync(id, User.UserId(), cancellationToken) switch
        {
            SiteOrderOutcome.Ordered => this.SeeOther($"~{PurchaseOrdersPage.Path}", texts["Notice.Ordered"]),
            SiteOrderOutcome.NotPossible => this.SeeOther(
                $"~{PurchaseOrdersPage.Path}", refusal: texts["Refusal.NotPossible"]),
            _ => NotFound(),
        };
}
