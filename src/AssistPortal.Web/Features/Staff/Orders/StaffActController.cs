using AssistPortal.Assist.Orders;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>A page on which a coordinator acts on one order. Without such an order it is not found.</summary>
[Authorize(Roles = StaffRoles.All)]
public abstract class StaffActController(StaffOrders orders) : Controller
{
    protected WholeOrder Whole { get; private set; } = null!;

    protected Order Order => Whole.Order;

    protected string Path => $"/staff/orders/{Order.RequestNumber}";

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (await orders.FindAsync($"{RouteData.Values["number"]}", HttpContext.RequestAborted) is not { } whole)
        {
            context.Result = NotFound();
            return;
        }

        Whole = whole;
        await base.OnActionExecutionAsync(context, next);
    }

    /// <summary>Back to the order, which says what was done.</summary>
    protected LocalRedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return LocalRedirect(Path);
    }

    /// <summary>The page again, with the order as it is now: status 409.</summary>
    protected async Task<IActionResult> ChangedAsync(string view, Func<WholeOrder, Task<object>> page)
    {
        Whole = (await orders.FindAsync(Order.Number, HttpContext.RequestAborted))!;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(view, await page(Whole));
    }
}
