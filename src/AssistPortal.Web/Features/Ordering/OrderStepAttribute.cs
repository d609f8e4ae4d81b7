using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>
/// Guards a step of ordering before anything is bound: the draft exists and was begun by the person signed in (else
/// 404), is not placed yet (else its confirmation), and may enter the step (else the last one that it may).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OrderStepAttribute(OrderStep step) : Attribute, IFilterFactory
{
    private static readonly ObjectFactory<OrderStepGuard> Make =
        ActivatorUtilities.CreateFactory<OrderStepGuard>([typeof(OrderStep)]);

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => Make(serviceProvider, [step]);
}

internal sealed class OrderStepGuard(
    OrderStep step,
    PortalDbContext db,
    DraftFinder drafts,
    Cached<Catalogue> catalogue,
    Cached<ServedPackages> served,
    ReservationBook reservations,
    IClock clock) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var id = Guid.Parse((string)context.RouteData.Values["draft"]!);
        var userId = http.User.UserId();
        var now = clock.GetCurrentInstant();
        if (await drafts.FindAsync(id, userId, step, http.RequestAborted) is not { Draft: var draft } found)
        {
            var placed = await db.Set<Order>().AnyAsync(
                order => order.DraftId == id && (order.HostUserId == userId || order.PlacedById == userId),
                http.RequestAborted);
            context.Result = placed
                ? new LocalRedirectResult(StepPaths.Of(id, OrderStep.Confirmation))
                : new NotFoundResult();
            return;
        }

        if (!DraftRoles.Allow(http.User, draft.IsByStaff))
        {
            context.Result = new NotFoundResult();
            return;
        }

        var known = await catalogue.GetAsync(http.RequestAborted);
        var package = known.Package(draft.PackageId);
        var offer = known.Site(draft.SiteId);
        var isOffered = HttpMethods.IsPost(http.Request.Method)
            || (offer.Packages.Contains(package)
                && (await served.GetAsync(http.RequestAborted)).Has(package.Id, now));
        if (step > OrderStep.Availability && !(found.IsMember && offer.Site.IsActive && isOffered))
        {
            // Step 1 tells that the site is not the host's any more, or does not offer the package. What is posted goes
            // to the step, which keeps it.
            context.Result = new LocalRedirectResult(StepPaths.Of(id, OrderStep.Availability));
            return;
        }

        if (!OrderJourney.MayEnter(step, draft, package.ScheduledFirst))
        {
            context.Result = new LocalRedirectResult(
                StepPaths.Of(id, OrderJourney.LastAllowed(draft, package.ScheduledFirst)));
            return;
        }

        var customer = await DraftCustomer.OfAsync(db, draft, http.RequestAborted);
        http.Features.Set(new CurrentDraft(draft, package, customer, package.IsPricedIn(offer.Site.Currency)));
        var executed = await next();
        if (executed.Exception is DbUpdateConcurrencyException)
        {
            // Another request has just placed or dropped the draft, a double click for example: look again.
            // What this one has come to hold meanwhile is freed, for nobody could use it.
            executed.ExceptionHandled = true;
            await reservations.ReleaseAsync(id, CancellationToken.None);
            http.Response.Redirect(StepPaths.Of(id, step));
        }
    }
}
