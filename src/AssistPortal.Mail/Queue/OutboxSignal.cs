namespace AssistPortal.Mail.Queue;

/// <summary>Wakes this process's worker after a commit; without it mails wait for the next poll.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    /// <summary>Says that mails may be due. Any number of calls wake the worker once.</summary>
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
    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        semaphore.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => semaphore.Dispose();
}
