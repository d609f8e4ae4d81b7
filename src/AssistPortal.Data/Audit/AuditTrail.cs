using System.Reflection;
using NodaTime;

namespace AssistPortal.Data.Audit;

/// <summary>The one way into the audit trail.</summary>
public static class AuditTrail
{
    /// <summary>Adds what somebody does, to be saved with it.</summary>
    /// <param name="db">The context that is about to be saved.</param>
    /// <param name="record">What is done.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">When.</param>
    /// <returns>False where the record says that nothing has changed: nothing is added then.</returns>
    public static bool Audit(this PortalDbContext db, AuditRecord record, AuditActor actor, Instant now)
    {
        var action = record.GetType().GetCustomAttribute<AuditActionAttribute>()
            ?? throw new ArgumentException(
                $"{record.GetType()} has no {nameof(AuditActionAttribute)}.", nameof(record));
        if (!action.EvenUnchanged && AuditFields.AreUnchanged(record))
        {
            return false;
        }

        db.Add(new AuditEntry(
            now,
            actor,
            action.Key,
            record.Subject,
            record.SubjectId,
            AuditJson.Write(record),
            action.IsSecurity));
        return true;
    }

    /// <summary>The same, by an account.</summary>
    /// <inheritdoc cref="Audit(PortalDbContext, AuditRecord, AuditActor, Instant)" />
    public static bool Audit(this PortalDbContext db, AuditRecord record, Guid actorId, Instant now) =>
        db.Audit(record, AuditActor.User(actorId), now);
}
