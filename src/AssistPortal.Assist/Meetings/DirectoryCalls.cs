using System.Collections.Concurrent;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>
/// Calls to directories outside the portal: each has a bounded time, and a circuit per directory guards it.
/// </summary>
internal sealed class DirectoryCalls(IClock clock)
{
    private readonly ConcurrentDictionary<string, DirectoryCircuit> circuits = new(StringComparer.Ordinal);

    /// <summary>Does the work unless the directory is known to be dead.</summary>
    /// <param name="directory">
    /// Name of the directory. It holds its address: what is known of one says nothing of the next.
    /// </param>
    /// <param name="limit">How long the work may take, with all its requests and pauses.</param>
    /// <param name="regardless">Asks a directory that seems dead all the same, because somebody wants to know.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">
    /// Given up when nobody waits any longer; that says nothing about the directory.
    /// </param>
    /// <exception cref="DirectoryException">It did not work out.</exception>
    public async Task<T> RunAsync<T>(
        string directory,
        TimeSpan limit,
        bool regardless,
        Func<DirectoryCall, Task<T>> work,
        CancellationToken cancellationToken)
    {
        var circuit = circuits.GetOrAdd(directory, _ => new DirectoryCircuit(clock));
        using var call = new DirectoryCall(circuit, limit, cancellationToken);
        return await circuit.RunAsync(regardless, () => work(call), cancellationToken);
    }
}
