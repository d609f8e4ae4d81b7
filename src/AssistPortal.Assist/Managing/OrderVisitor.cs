using System.Text.Json;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>
/// Somebody who may work on an order: its host, its producer or a coordinator, signed in, or whoever knows number and
/// e-mail or has the mailed link.
/// </summary>
/// <param name="Id">The account, or the one access.</param>
/// <param name="UserId">The account; null for access without one.</param>
public sealed record OrderVisitor(Guid Id, Guid? UserId)
{
    public static OrderVisitor SignedIn(Guid userId) => new(userId, userId);

    /// <summary>What the visitor does to an order, for the audit trail.</summary>
    /// <param name="action">A stable key such as <c>order.updated</c>.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="now">The moment.</param>
    /// <param name="details">Written as JSON.</param>
    internal AuditEntry Does(string action, Guid orderId, Instant now, object details) => new()
    {
        At = now,
        ActorId = UserId,
        Action = action,
        Subject = nameof(Order),
        SubjectId = orderId.ToString(),
        Details = JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
    };
}
