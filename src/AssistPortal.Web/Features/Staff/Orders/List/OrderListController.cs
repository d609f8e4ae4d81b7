using AssistPortal.Assist.Ordering;
using AssistPortal.Data.Accounts;
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
    OrderList list,
    OrderListPages pages,
    OrderViewTabs tabs,
    StaffDrafts drafts,
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
        var page = await pages.OfAsync(input, User, cancellationToken);
        var reader = new ListReader(User.UserId(), page.Time.TimeZone);
        var (common, own, here) = await tabs.ReadAsync(input, reader, cancellationToken);
        page = page with
        {
            Views = common,
            OwnViews = own,
            Count = here,
            Unfinished = await drafts.CountAsync(reader.UserId, cancellationToken),
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
