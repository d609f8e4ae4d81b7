using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AssistPortal.Web.Features.Orders;

/// <summary>A page on which somebody acts on one order. Without such an order it is not found.</summary>
public abstract class OrderActController : Controller
{
    protected OrderWithRelations Whole { get; private set; } = null!;

    protected Order Order => Whole.Order;

    /// <summary>Path of the order's page.</summary>
    protected abstract string Path { get; }

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (await FindAsync($"{RouteData.Values["number"]}", HttpContext.RequestAborted) is not { } whole)
        {
            context.Result = NotFound();
            return;
        }

        Whole = whole;
        await base.OnActionExecutionAsync(context, next);
    }

    /// <summary>The order of that number; null where there is none that may be acted on.</summary>
    protected abstract Task<OrderWithRelations?> FindAsync(string number, CancellationToken cancellationToken);

    /// <summary>Back to the order, which says what was done.</summary>
    protected LocalRedirectResult Done(string notice) => this.Saved(Path, notice);

    /// <summary>
    /// The page again, with the order as it is now: status 409. Not found where it may not be acted on any more.
    /// </summary>
    protected async Task<IActionResult> ChangedAsync(string view, Func<OrderWithRelations, Task<object>> page)
    {
        if (await FindAsync(Order.Number, HttpContext.RequestAborted) is not { } now)
        {
            return NotFound();
        }

        Whole = now;
        return this.Changed(view, await page(now));
    }
}
