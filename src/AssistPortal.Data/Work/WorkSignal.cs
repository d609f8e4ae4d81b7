namespace AssistPortal.Data.Work;

/// <summary>Wakes this process's worker after a commit; without it what is to do waits for the next poll.</summary>
public abstract class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    /// <summary>Says that there may be something to do. Any number of calls wake the worker once.</summary>
    public void Notify()
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // The worker has yet to take the call before this one.
        }
    }

    /// <summary>Waits for a call, but no longer than the given real time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        semaphore.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what it waits with.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            semaphore.Dispose();
        }
    }
}
