using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Desk;

/// <summary>What became of a coordinator's act on an order.</summary>
public enum DeskOutcome
{
    Done,

    /// <summary>Somebody else has changed the order since the coordinator saw it.</summary>
    ChangedMeanwhile,

    /// <summary>The order is at a point where it can't be done.</summary>
    NotPossible,

    /// <summary>It would change nothing, so nobody is told.</summary>
    NothingDiffers,

    /// <summary>It would charge something else than the coordinator saw.</summary>
    OtherTotal,
}

internal static class DeskActs
{
    /// <summary>
    /// One transaction; the loser of two acts at once is told that the order has changed. Where the customer writes at
    /// the same moment, what is said with the act is the next message of the thread.
    /// </summary>
    public static async Task<DeskOutcome> DeskActAsync(
        this PortalDbContext db, Func<CancellationToken, Task<DeskOutcome>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InRepeatedTransactionAsync(
                async cancellationToken =>
                {
                    var outcome = await write(cancellationToken);
                    return (Commit: outcome == DeskOutcome.Done, outcome);
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return DeskOutcome.ChangedMeanwhile;
        }
    }
}
