using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.UnitTests.Trials.Simulation;

/// <summary>
/// Ends what a worker does right before or after a commit, or at a statement, at random: as if it were killed there.
/// </summary>
internal sealed class RandomKill : DbTransactionInterceptor
{
    private readonly Random random = new(4);

    /// <summary>How many of a hundred transactions are killed.</summary>
    public int Percent { get; set; }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        Strike();
        return new(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Strike();
        return Task.CompletedTask;
    }

    private void Strike()
    {
        lock (random)
        {
            if (random.Next(100) < Percent)
            {
                throw new KilledException();
            }
        }
    }
}

internal sealed class KilledException() : OperationCanceledException("Killed.");
