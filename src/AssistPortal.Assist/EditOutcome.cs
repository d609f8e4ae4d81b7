using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

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
}
