using System.Data.Common;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Messages;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.IntegrationTests.Producing;

/// <summary>Lets something happen right after a decline is saved, or right before the desk is told of one.</summary>
internal sealed class DeclineRace : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private Func<Task>? next;
    private Func<Task>? first;

    public void AfterDecline(Func<Task> act) => next = act;

    public void BeforeAlert(Func<Task> act) => first = act;

    public override async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries<AssignmentAnswer>().Any()
            && Interlocked.Exchange(ref next, null) is { } act)
        {
            await act();
        }
    }

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries<OutboxMail>().Any(entry => entry.State == EntityState.Added
                && entry.Entity.Cause == CoordinatorAlertMail.CauseOf(CoordinatorAlert.Declined))
            && Interlocked.Exchange(ref first, null) is { } act)
        {
            await act();
        }

        return result;
    }
}
