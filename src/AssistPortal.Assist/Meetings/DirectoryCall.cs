using System.Diagnostics;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>One call, of one request or several, and the time that is left for all of them.</summary>
internal sealed class DirectoryCall : IDisposable
{
    /// <summary>By which a request's handlers know the call that it belongs to.</summary>
    public static readonly HttpRequestOptionsKey<DirectoryCall> OfRequest = new("AssistPortal.DirectoryCall");

    private readonly CancellationTokenSource source;
    private readonly DirectoryCircuit circuit;
    private readonly TimeSpan limit;
    private readonly CancellationToken caller;
    private readonly long began = Stopwatch.GetTimestamp();

    public DirectoryCall(DirectoryCircuit circuit, TimeSpan limit, CancellationToken cancellationToken)
    {
        (this.circuit, this.limit, caller) = (circuit, limit, cancellationToken);
        source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(limit);
    }

    public CancellationToken Token => source.Token;

    public TimeSpan Left => limit - Stopwatch.GetElapsedTime(began);

    /// <summary>Whether the time has run out while somebody still waited.</summary>
    public bool HasTimedOut => source.IsCancellationRequested && !caller.IsCancellationRequested;

    /// <inheritdoc cref="DirectoryCircuit.Pause"/>
    public void Pause(Duration wait) => circuit.Pause(wait);

    public void Dispose() => source.Dispose();
}
