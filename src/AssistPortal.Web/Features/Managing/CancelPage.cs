using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Resources;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>What the question whether to cancel shows.</summary>
/// <param name="Page">The order.</param>
/// <param name="Input">What the page's form says of what it showed.</param>
/// <param name="Fee">What cancelling costs now.</param>
/// <param name="Until">Until when it costs that; null where that is until the start.</param>
public sealed record CancelPage(OrderPage Page, CancelInput Input, CancellationFee Fee, Instant? Until);
