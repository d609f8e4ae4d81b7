using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The draft of this request, found and checked by <see cref="OrderStepAttribute"/>.</summary>
/// <param name="Draft">Tracked by the request's context.</param>
/// <param name="Package">The package that the draft is for.</param>
/// <param name="IsPriced">Whether the package has rates in the currency of the draft's site.</param>
public sealed record CurrentDraft(OrderDraft Draft, ServicePackage Package, bool IsPriced);

/// <summary>What the steps of ordering have in common.</summary>
public abstract class OrderStepController : Controller
{
    private CurrentDraft Current => HttpContext.Features.Get<CurrentDraft>()
        ?? throw new InvalidOperationException("The action lacks its OrderStep attribute.");

    protected OrderDraft Draft => Current.Draft;

    protected ServicePackage Package => Current.Package;

    /// <summary>Without rates no page can show the order; what was typed is kept, and step 1 tells.</summary>
    protected bool IsPriced => Current.IsPriced;

    /// <summary>To the step after the one that was passed.</summary>
    protected LocalRedirectResult ToNext(OrderStep passed) =>
        To(OrderJourney.Next(passed, Draft, Package.ScheduledFirst));

    protected LocalRedirectResult To(OrderStep step) => LocalRedirect(StepPaths.Of(Draft.Id, step));
}
