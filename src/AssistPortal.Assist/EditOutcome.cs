using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist;

/// <summary>What became of an edit.</summary>
public enum EditOutcome
{
    Saved,

    /// <summary>What was edited is not there any more.</summary>
    Gone,

    /// <summary>Somebody else has saved something else since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>Another one has the same number.</summary>
    NumberTaken,

    /// <summary>Another one has the same code or host name.</summary>
    NameTaken,
}

internal static class Editing
{
    /// <summary>Saves, and tells the loser of two savings at once.</summary>
    public static async Task<EditOutcome> SaveEditAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return EditOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EditOutcome.ChangedMeanwhile;
        }
    }

    /// <summary>
    /// Saves what has been changed of an entity or of rows that belong to it, with its entry in the audit trail. Where
    /// nothing differs, there is nothing to save.
    /// </summary>
    public static async Task<EditOutcome> SaveChangeAsync(
        this PortalDbContext db,
        IVersioned entity,
        AuditRecord record,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (!db.Audit(record, actorId, now))
        {
            return EditOutcome.Saved;
        }

        db.Touch(entity);
        return await db.SaveEditAsync(cancellationToken);
    }
}
