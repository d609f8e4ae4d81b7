using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.IntegrationTests.Staff.Jobs;

/// <summary>Lets a server die right before or right after a transaction is committed.</summary>
internal sealed class SuddenDeath : DbTransactionInterceptor
{
    private int before;
    private int after;

    public void BeforeNextCommit() => before = 1;

    public void AfterNextCommit() => after = 1;

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default) => Interlocked.Exchange(ref before, 0) == 1
            ? throw new InvalidOperationException("The server died before the commit.")
            : ValueTask.FromResult(result);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default) => Interlocked.Exchange(ref after, 0) == 1
            ? throw new InvalidOperationException("The server died after the commit.")
            : Task.CompletedTask;
}
