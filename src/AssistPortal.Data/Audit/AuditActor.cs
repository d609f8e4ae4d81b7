namespace AssistPortal.Data.Audit;

/// <summary>Who does something.</summary>
public sealed record AuditActor
{
    /// <summary>The portal by itself.</summary>
    public static readonly AuditActor Portal = new();

    private AuditActor()
    {
    }

    /// <summary>The account; null where none does it.</summary>
    public Guid? UserId { get; private init; }

    /// <summary>
    /// The access of somebody without an account, such as a customer with a mailed link; null for others.
    /// </summary>
    public Guid? AccessId { get; private init; }

    public static AuditActor User(Guid userId) => new() { UserId = userId };

    public static AuditActor Visitor(Guid accessId) => new() { AccessId = accessId };
}
