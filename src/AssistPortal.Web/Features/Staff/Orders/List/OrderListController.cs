using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>All orders: search, filters, and the whole filter as a file.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders")]
public sealed class OrderListController(
    PortalDbContext db,
    OrderList list,
    OrderListPages pages,
    OrderViewTabs tabs,
    OrderCsv csv,
    OrderListPlace place,
    ReaderTimes times,
    IValidator<OrderListInput> validator)
    : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] OrderListInput input, CancellationToken cancellationToken)
    {
        var isValid = this.Accepts(await validator.ValidateAsync(input, cancellationToken));
        await using var connection = await OpenConnection.OfAsync(db, cancellationToken);
        var page = await pages.OfAsync(input, User, cancellationToken);
        var reader = new ListReader(User.UserId(), page.Time.TimeZone);
        var views = await tabs.ReadAsync(input, page.Saved, reader, cancellationToken);
        page = page with
        {
            Views = views.Common,
            OwnViews = views.Own,
            Count = views.Here,
            Unfinished = views.Unfinished,
            Notice = TempData["Notice"] as string,
            Refusal = TempData["Refusal"] as string,
        };
        if (!isValid)
        {
            return this.FormAgain("List", page);
        }

        place.Keep(HttpContext);
        return View("List", page with
        {
            List = await list.ReadAsync(input, reader, cancellationToken),
        });
    }

    /// <summary>All orders of the filter, sent while they are read.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] OrderListInput input, CancellationToken cancellationToken) =>
        (await validator.ValidateAsync(input, cancellationToken)).IsValid
            ? await csv.WriteAsync(
                input,
                new(User.UserId(), await times.ZoneOfAsync(User, cancellationToken)),
                HttpContext.RequestAborted)
            : BadRequest();
}
