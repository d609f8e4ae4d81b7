using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Access to one order, as it was granted.</summary>
/// <param name="Visitor">To whom.</param>
/// <param name="Contact">Hash of the order's contact email then: with another one it ends.</param>
/// <param name="Since">When: whoever uses it goes on for eight hours at most.</param>
public sealed record GrantedAccess(OrderVisitor Visitor, string Contact, Instant Since)
{
    public static string ContactOf(string email) => SecretKey.HashOf(email.ToUpperInvariant());

    public bool IsFor(string email) => Contact == ContactOf(email);
}
