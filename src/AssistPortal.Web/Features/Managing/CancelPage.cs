using AssistPortal.Assist.Billing;
using AssistPortal.Web.Features.Orders.Facts;

namespace AssistPortal.Web.Features.Managing;

/// <summary>What the question whether to cancel shows.</summary>
/// <param name="Page">The order.</param>
/// <param name="Input">What the page's form says of what it showed.</param>
/// <param name="Quote">What cancelling costs now.</param>
public sealed record CancelPage(OrderPage Page, CancelInput Input, CancellationQuote Quote);
