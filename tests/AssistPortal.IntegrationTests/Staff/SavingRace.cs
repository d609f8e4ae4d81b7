using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Lets somebody else be first between the reading and the saving of a mail.</summary>
internal sealed class SavingRace : SaveChangesInterceptor
{
    private Func<Task>? first;

    public void LetInFirst(Func<Task> act) => first = act;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries<OutboxMail>().Any(entry => entry.State == EntityState.Modified)
            && Interlocked.Exchange(ref first, null) is { } act)
        {
            await act();
        }

        return result;
    }
}
