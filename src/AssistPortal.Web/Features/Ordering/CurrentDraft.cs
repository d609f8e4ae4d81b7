using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The draft of this request, found and checked by <see cref="OrderStepAttribute"/>.</summary>
/// <param name="Draft">Tracked by the request's context.</param>
/// <param name="Package">The package that the draft is for.</param>
/// <param name="Customer">For whom a coordinator orders; null where a host does.</param>
/// <param name="IsPriced">Whether the package has rates in the currency of the draft's site.</param>
public sealed record CurrentDraft(OrderDraft Draft, ServicePackage Package, DraftCustomer? Customer, bool IsPriced);
