using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What all that is done to a draft has in common.</summary>
public abstract class OrderStepController : Controller
{
    /// <summary>Where to go on when a step is left only to hold the producer longer.</summary>
    internal const string HoldLonger = "hold";

    /// <summary>Where to go on when a script only keeps what is typed.</summary>
    protected const string Stay = "stay";

    private CurrentDraft Current => HttpContext.Features.Get<CurrentDraft>()
        ?? throw new InvalidOperationException("The action lacks its OrderStep attribute.");

    protected OrderDraft Draft => Current.Draft;

    protected ServicePackage Package => Current.Package;

    /// <summary>For whom a coordinator orders; null where a host does.</summary>
    protected DraftCustomer? Customer => Current.Customer;

    /// <summary>Without rates no page can show the order; what was typed is kept, and step 1 tells.</summary>
    protected bool IsPriced => Current.IsPriced;

    protected LocalRedirectResult To(OrderStep step) => LocalRedirect(StepPaths.Of(Draft.Id, step));
}

/// <summary>
/// What the steps with a form have in common: what was typed is kept, whichever way the host goes on.
/// </summary>
/// <typeparam name="TInput">The form as typed.</typeparam>
public abstract class OrderStepController<TInput>(
    OrderStep step, PortalDbContext db, FairHolds holds, IClock clock) : OrderStepController
    where TInput : class, new()
{
    protected Instant Now => clock.GetCurrentInstant();

    protected FairHolds Holds => holds;

    /// <summary>Whatever leads away from the step sends its form here: what was typed is kept first.</summary>
    /// <param name="input">The form as it stands.</param>
    /// <param name="to">
    /// Where to go on, a path of the portal; the step itself where there is none, with the producer held longer for
    /// <see cref="OrderStepController.HoldLonger"/>.
    /// </param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    [HttpPost("leave")]
    public async Task<IActionResult> Leave(TInput input, [FromQuery] string? to, CancellationToken cancellationToken)
    {
        await KeepAsync(input, cancellationToken);
        var here = StepPaths.Of(Draft.Id, step);
        return to switch
        {
            Stay => NoContent(),
            HoldLonger => await HoldLongerAsync(here, cancellationToken),
            _ => this.GoOn(to, here, isKept: true),
        };
    }

    private async Task<IActionResult> HoldLongerAsync(string here, CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken);
        return LocalRedirect(here);
    }

    /// <summary>Holds the draft's producer for another while; null when there is none any more.</summary>
    protected Task<Instant?> RenewAsync(CancellationToken cancellationToken) =>
        holds.RenewAsync(Draft.Id, Draft.Time, Draft.HostUserId, cancellationToken);

    /// <summary>The form as it was left; null where it was passed, or never begun.</summary>
    protected TInput? UnfinishedInput => Draft.UnfinishedInput<TInput>(step);

    /// <summary>Where a host can ask to be told when somebody is free; staff have their own ways.</summary>
    protected string? WaitAddress(string packageCode, int siteId, EventTime time) =>
        Draft.IsByStaff ? null : AvailabilityInput.WaitAddress(packageCode, siteId, time, Draft.Id);

    /// <summary>The moment on the event's wall clock.</summary>
    protected ZonedDateTime? AtEvent(Instant? moment) => moment?.InZone(Draft.Time!.LocalStart.Zone);

    /// <summary>The step's page, found by the step's name.</summary>
    protected ViewResult Page(StepPage page) => View($"{step}", page with { Customer = Customer });

    /// <summary>The page with something more to ask; what was typed is kept.</summary>
    protected async Task<ViewResult> AskAsync(TInput input, StepPage page, CancellationToken cancellationToken)
    {
        await KeepAsync(input, cancellationToken);
        return Page(page);
    }

    /// <summary>The page again, status 422; what was typed is kept.</summary>
    protected async Task<ViewResult> AgainAsync(TInput input, StepPage page, CancellationToken cancellationToken)
    {
        await KeepAsync(input, cancellationToken);
        return Refused(page);
    }

    /// <summary>The page again, status 422.</summary>
    protected ViewResult Refused(StepPage page) =>
        this.FormAgain($"{step}", page with { Customer = Customer });

    /// <summary>Back to the step before; what was typed is kept.</summary>
    protected async Task<LocalRedirectResult> BackAsync(TInput input, CancellationToken cancellationToken)
    {
        await KeepAsync(input, cancellationToken);
        return To(step - 1);
    }

    /// <summary>Saves the step, and goes to the one after it.</summary>
    protected async Task<LocalRedirectResult> PassAsync(ServicePackage package, CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        return To(OrderJourney.Next(step, Draft, package.ScheduledFirst));
    }

    protected Task SaveAsync(CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);

    private Task KeepAsync(TInput input, CancellationToken cancellationToken)
    {
        Draft.KeepUnfinished(FormFields.Keep(step, input), Now);
        return SaveAsync(cancellationToken);
    }
}
