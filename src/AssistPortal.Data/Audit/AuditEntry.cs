using NodaTime;

namespace AssistPortal.Data.Audit;

/// <summary>
/// A row of the audit trail: who did what, and when. <see cref="AuditTrail"/> alone makes them, and they are only ever
/// added; the context refuses anything else.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    internal AuditEntry(
        Instant at,
        AuditActor actor,
        string action,
        string subject,
        string subjectId,
        string details,
        bool isSecurity = false)
    {
        IsSecurity = isSecurity;
        (At, ActorId, AccessId) = (at, actor.UserId, actor.AccessId);
        (Action, Subject, SubjectId, Details) = (action, subject, subjectId, details);
    }

    public long Id { get; private init; }

    /// <summary>Whether the act is a security event; known of a new entry alone.</summary>
    internal bool IsSecurity { get; }

    public Instant At { get; private init; }

    /// <summary>The account that did it; null where none did.</summary>
    public Guid? ActorId { get; private init; }

    /// <summary>The access of a visitor without an account; null for others.</summary>
    public Guid? AccessId { get; private init; }

    /// <summary>What was done: see <see cref="AuditActionAttribute.Key"/>.</summary>
    public string Action { get; private init; } = "";

    /// <summary>Kind of thing that it was done to, such as <c>Order</c>.</summary>
    public string Subject { get; private init; } = "";

    public string SubjectId { get; private init; } = "";

    /// <summary>The <see cref="AuditRecord"/> as JSON, to be read by <see cref="AuditRecords"/>.</summary>
    public string Details { get; private init; } = "";
}
