using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Data.Database;

/// <summary>
/// The protocol for everything that takes a key which somebody else may take at the same moment: a producer's
/// quarter-hours, a name, a number. It is written in one transaction; the key refuses the slower one; and as databases
/// tell a taken key each in its own way, what then stands in the tables decides what the slower one is told.
/// </summary>
public static class TakenKeys
{
    /// <param name="db">The context. Unsaved changes in it are lost.</param>
    /// <param name="write">As in <see cref="Transactions.InTransactionAsync{T}"/>.</param>
    /// <param name="findLoss">
    /// What came of it when the database has refused; null where nobody was faster: the failure goes on then. A
    /// <see cref="DbUpdateConcurrencyException"/> says that a row has changed since it was read.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt; nothing is saved then.</param>
    public static async Task<T> TakeKeysAsync<T>(
        this PortalDbContext db,
        Func<CancellationToken, Task<(bool Commit, T Result)>> write,
        Func<Exception, CancellationToken, Task<T?>> findLoss,
        CancellationToken cancellationToken)
        where T : class?
    {
        try
        {
            return await db.InTransactionAsync(write, cancellationToken);
        }
        catch (Exception refusal) when (refusal is DbUpdateException or DbException)
        {
            db.ChangeTracker.Clear();
            if (await findLoss(refusal, cancellationToken) is { } loss)
            {
                return loss;
            }

            throw;
        }
    }

    /// <inheritdoc
    /// cref="TakeKeysAsync{T}(PortalDbContext, Func{CancellationToken, Task{ValueTuple{bool, T}}},
    /// Func{Exception, CancellationToken, Task{T}}, CancellationToken)" />
    public static async Task<T> TakeKeysAsync<T>(
        this PortalDbContext db,
        Func<CancellationToken, Task<(bool Commit, T Result)>> write,
        Func<Exception, CancellationToken, Task<T?>> findLoss,
        CancellationToken cancellationToken)
        where T : struct
    {
        try
        {
            return await db.InTransactionAsync(write, cancellationToken);
        }
        catch (Exception refusal) when (refusal is DbUpdateException or DbException)
        {
            db.ChangeTracker.Clear();
            if (await findLoss(refusal, cancellationToken) is { } loss)
            {
                return loss;
            }

            throw;
        }
    }
}
