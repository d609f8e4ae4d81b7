using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>Calls to directories outside the portal: each has a bounded time, and a circuit per directory guards it.</summary>
internal sealed class DirectoryCalls(IClock clock)
{
    private readonly ConcurrentDictionary<string, DirectoryCircuit> circuits = new(StringComparer.Ordinal);

    /// <summary>Does the work unless the directory is known to be dead.</summary>
    /// <param name="directory">Name of the directory. It holds its address: what is known of one says nothing of the next.</param>
    /// <param name="limit">How long the work may take, with all its requests and pauses.</param>
    /// <param name="regardless">See <see cref="DirectoryCircuit.Enter"/>.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Given up when nobody waits any longer; that says nothing about the directory.</param>
    /// <exception cref="DirectoryException">It did not work out.</exception>
    public async Task<T> RunAsync<T>(
        string directory, TimeSpan limit, bool regardless, Func<DirectoryCall, Task<T>> work, CancellationToken cancellationToken)
    {
        var circuit = circuits.GetOrAdd(directory, _ => new DirectoryCircuit(clock));
        var isTrial = circuit.Enter(regardless);
        using var call = new DirectoryCall(circuit, limit, cancellationToken);
        try
        {
            var result = await work(call);
            circuit.Answered(isTrial);
            return result;
        }
        catch (DirectoryException fault) when (fault.Fault is not (DirectoryFault.Unavailable or DirectoryFault.Unreadable))
        {
            circuit.Answered(isTrial);
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            circuit.Abandoned(isTrial);
            throw;
        }
        catch (Exception fault)
        {
            var isSilent = fault is OperationCanceledException or HttpRequestException or IOException;
            circuit.Failed(isTrial, isSilent);
            if (isSilent)
            {
                // Its text may quote the directory, so it is not handed on.
                throw new DirectoryException(DirectoryFault.Unavailable);
            }

            throw;
        }
    }
}

/// <summary>One call and the time that is left for it.</summary>
internal sealed class DirectoryCall : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly DirectoryCircuit circuit;
    private readonly TimeSpan limit;
    private readonly long began = Stopwatch.GetTimestamp();

    public DirectoryCall(DirectoryCircuit circuit, TimeSpan limit, CancellationToken cancellationToken)
    {
        (this.circuit, this.limit) = (circuit, limit);
        source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(limit);
    }

    public CancellationToken Token => source.Token;

    public TimeSpan Left => limit - Stopwatch.GetElapsedTime(began);

    /// <summary>Nobody asks the directory again until that time has passed.</summary>
    public void Pause(Duration wait) => circuit.Pause(wait);

    public void Dispose() => source.Dispose();
}
