using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Access to one order, as it was granted.</summary>
/// <param name="Visitor">To whom.</param>
/// <param name="Stamp">The order's <see cref="Order.AccessStamp"/> then: with another one it ends.</param>
/// <param name="Since">When: whoever uses it goes on for eight hours at most.</param>
public sealed record GrantedAccess(OrderVisitor Visitor, string Stamp, Instant Since);
