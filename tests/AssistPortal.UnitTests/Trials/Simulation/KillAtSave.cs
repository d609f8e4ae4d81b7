using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.UnitTests.Trials.Simulation;

/// <summary>Ends what a worker does at a certain save, before it has reached the database or after.</summary>
internal sealed class KillAtSave : SaveChangesInterceptor
{
    private int left = int.MaxValue;

    /// <summary>Odd numbers kill before a save, even ones after it and before its commit.</summary>
    public void After(int moments) => left = moments;

    public void Never() => left = int.MaxValue;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Strike();
        return new(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Strike();
        return new(result);
    }

    private void Strike()
    {
        if (--left == 0)
        {
            throw new KilledException();
        }
    }
}
