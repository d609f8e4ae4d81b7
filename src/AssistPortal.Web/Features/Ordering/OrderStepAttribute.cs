using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>
/// Guards a step of ordering before anything is bound: the draft exists and belongs to the person signed in (else
/// 404), is not placed yet (else its confirmation), and may enter the step (else the last one that it may).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OrderStepAttribute(OrderStep step) : Attribute, IFilterFactory
{
    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        ActivatorUtilities.CreateInstance<OrderStepGuard>(serviceProvider, step);
}

internal sealed class OrderStepGuard(OrderStep step, PortalDbContext db, ReservationBook reservations, IClock clock) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var id = Guid.Parse((string)context.RouteData.Values["draft"]!);
        var userId = http.User.UserId();
        var now = clock.GetCurrentInstant();
        var draft = await db.Set<OrderDraft>().SingleOrDefaultAsync(
            item => item.Id == id && item.HostUserId == userId && item.ExpiresAt > now, http.RequestAborted);
        if (draft is null)
        {
            var placed = await db.Set<Order>().AnyAsync(
                order => order.DraftId == id && order.HostUserId == userId, http.RequestAborted);
            context.Result = placed
                ? new LocalRedirectResult(StepPaths.Of(id, OrderStep.Confirmation))
                : new NotFoundResult();
            return;
        }

        var package = await db.Set<ServicePackage>().AsNoTracking()
            .Include(item => item.Texts)
            .SingleAsync(item => item.Id == draft.PackageId, http.RequestAborted);
        if (step > OrderStep.Availability && !await IsAtSiteAsync(draft, http.RequestAborted))
        {
            // Step 1 tells that the site is not the host's any more.
            context.Result = new LocalRedirectResult(StepPaths.Of(id, OrderStep.Availability));
            return;
        }

        if (!OrderJourney.MayEnter(step, draft, package.ScheduledFirst))
        {
            context.Result = new LocalRedirectResult(
                StepPaths.Of(id, OrderJourney.LastAllowed(draft, package.ScheduledFirst)));
            return;
        }

        http.Features.Set(new CurrentDraft(draft, package));
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

    private Task<bool> IsAtSiteAsync(OrderDraft draft, CancellationToken cancellationToken) => db.Set<Site>().AnyAsync(
        site => site.Id == draft.SiteId && site.IsActive
            && site.Members.Any(member => member.UserId == draft.HostUserId),
        cancellationToken);
}
