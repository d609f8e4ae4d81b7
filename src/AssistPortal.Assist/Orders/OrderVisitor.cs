using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// Somebody who may work on an order: its host, its producer or a coordinator, signed in, or whoever knows number and
/// e-mail or has the mailed link.
/// </summary>
/// <param name="Id">The account, or the one access.</param>
/// <param name="UserId">The account; null for access without one.</param>
public sealed record OrderVisitor(Guid Id, Guid? UserId)
{
    /// <summary>Whether a coordinator works on an order of somebody else.</summary>
    public bool IsStaff { get; private init; }

    public static OrderVisitor SignedIn(Guid userId) => new(userId, userId);

    public static OrderVisitor Staff(Guid userId) => new(userId, userId) { IsStaff = true };

    /// <summary>The visitor in the audit trail.</summary>
    internal AuditActor Actor => UserId is { } user ? AuditActor.User(user) : AuditActor.Visitor(Id);
}
