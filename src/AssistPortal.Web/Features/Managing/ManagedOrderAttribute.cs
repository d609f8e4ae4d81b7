using AssistPortal.Assist;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>
/// Guards the pages of one order before anything is bound: they are for its host, signed in, and for whoever has
/// access to it. Anybody else is asked for request number and e-mail, whether there is such an order or not.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ManagedOrderAttribute : Attribute, IFilterFactory
{
    private static readonly ObjectFactory<ManagedOrderGuard> Make =
        ActivatorUtilities.CreateFactory<ManagedOrderGuard>([]);

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => Make(serviceProvider, []);
}

internal sealed class ManagedOrderGuard(OrderReader orders, OrderAccess access, IClock clock) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!RequestNumber.TryParse((string?)context.RouteData.Values["number"], out var parsed))
        {
            context.Result = new NotFoundResult();
            return;
        }

        var number = parsed.Value;
        if (await FindAsync(http, number) is { } managed)
        {
            http.Features.Set(managed);
            await next();
            return;
        }

        var here = http.Request.Path + http.Request.QueryString;
        context.Result = CarriedForms.IsOwnForm(http.Request)
            ? new LocalRedirectResult(
                $"/{ManagePaths.Start}/access-ended{QueryString.Create("ReturnUrl", here)}",
                permanent: false,
                preserveMethod: true)
            : new LocalRedirectResult($"/{ManagePaths.Start}{QueryString.Create("number", number.ToString())}");
    }

    private async Task<ManagedOrder?> FindAsync(HttpContext http, RequestNumber number)
    {
        var compact = number.Compact;
        var now = clock.GetCurrentInstant();
        if (http.User.IsInRole(AssistRoles.Host))
        {
            var userId = http.User.UserId();
            var own = await orders.FindAsync(
                order => order.Number == compact && order.HostUserId == userId, http.RequestAborted);
            if (own is not null)
            {
                return new ManagedOrder(own, OrderVisitor.SignedIn(userId), now);
            }
        }

        return access.Find(http, number) is { } granted
            && await orders.FindAsync(order => order.Number == compact, http.RequestAborted) is { } whole
            && granted.Stamp == whole.Order.AccessStamp
            ? new ManagedOrder(whole, granted.Visitor, now)
            : null;
    }
}

/// <summary>The order of this request, found and checked by <see cref="ManagedOrderAttribute"/>.</summary>
/// <param name="Whole">The order, not tracked.</param>
/// <param name="Visitor">Who works on it.</param>
/// <param name="Now">The moment of the request.</param>
public sealed record ManagedOrder(OrderWithRelations Whole, OrderVisitor Visitor, Instant Now)
{
    public Order Order => Whole.Order;

    public OrderPhase Phase => Order.PhaseAt(Now);
}

/// <summary>What the pages of one order have in common.</summary>
public abstract class ManagedOrderController : Controller
{
    protected ManagedOrder Managed => HttpContext.Features.Get<ManagedOrder>()
        ?? throw new InvalidOperationException("The controller lacks its ManagedOrder attribute.");

    protected Order Order => Managed.Order;

    protected LocalRedirectResult To(string page) => LocalRedirect(ManagePaths.Of(Order.RequestNumber, page));
}
