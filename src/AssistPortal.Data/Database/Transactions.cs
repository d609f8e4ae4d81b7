using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Data.Database;

public static class Transactions
{
    private const int MostAttempts = 5;

    /// <summary>
    /// One transaction, begun again from the start when the database fails in passing (a broken connection, the loser
    /// of a deadlock). Each attempt finds an empty change tracker; the work must not rely on what an earlier one did.
    /// </summary>
    /// <param name="db">The context. Unsaved changes in it are lost.</param>
    /// <param name="work">Returns whether to commit, beside its result.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is saved then.</param>
    public static Task<T> InTransactionAsync<T>(
        this PortalDbContext db,
        Func<CancellationToken, Task<(bool Commit, T Result)>> work,
        CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async cancellationToken =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var (commit, result) = await work(cancellationToken);
                if (commit)
                {
                    if (db.Alongside is { } write)
                    {
                        await write(cancellationToken);
                    }

                    await transaction.CommitAsync(cancellationToken);
                }

                return result;
            },
            cancellationToken);

    /// <summary>
    /// The same, begun again also where somebody else was faster with a row or a key: what they did is read then, and
    /// decides. A save that fails for another reason fails each time, and is thrown in the end.
    /// </summary>
    /// <inheritdoc cref="InTransactionAsync{T}" />
    public static async Task<T> InRepeatedTransactionAsync<T>(
        this PortalDbContext db,
        Func<CancellationToken, Task<(bool Commit, T Result)>> work,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(work, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // Databases tell a taken key each in its own way; the tables tell what took it.
            }
        }
    }

    /// <inheritdoc cref="InTransactionAsync{T}" />
    public static Task InTransactionAsync(
        this PortalDbContext db, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async cancellationToken =>
            {
                await work(cancellationToken);
                return (Commit: true, Result: true);
            },
            cancellationToken);

    /// <summary>
    /// Does something that commits by itself, and has something else written in that same transaction, right before its
    /// commit: both are saved, or neither. An act that commits nothing writes nothing.
    /// </summary>
    /// <param name="db">The context that the act works with.</param>
    /// <param name="write">What is written; where it throws, the act is not saved, and the failure goes on.</param>
    /// <param name="act">The act, of one transaction.</param>
    public static async Task<T> AlongsideAsync<T>(
        this PortalDbContext db, Func<CancellationToken, Task> write, Func<Task<T>> act)
    {
        db.Alongside = write;
        try
        {
            return await act();
        }
        finally
        {
            db.Alongside = null;
        }
    }
}
