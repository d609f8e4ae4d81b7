using NodaTime;
using Polly;
using Polly.CircuitBreaker;

namespace AssistPortal.Assist.Meetings;

/// <summary>
/// Keeps hosts from waiting for a directory that is known to be dead: after one silence, or some broken answers in a
/// row, it fails at once for a while, then one call may try again. A directory that names a time to come back is left
/// alone until then.
/// </summary>
internal sealed class DirectoryCircuit
{
    public const int MostFailures = 3;

    public static readonly Duration Rest = Duration.FromSeconds(30);

    /// <summary>A directory that asks for more, by mistake perhaps, is asked again after this.</summary>
    public static readonly Duration LongestPause = Duration.FromMinutes(10);

    private readonly IClock clock;
    private readonly CircuitBreakerManualControl control = new();
    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline breaker;
    private long pausedUntil = long.MinValue;

    public DirectoryCircuit(IClock clock)
    {
        this.clock = clock;

        // An answer closes the circuit, which forgets what was counted: so failures count in a row. What else is
        // counted is hosts who left, and Polly's usual share of failures, a tenth, bears with those.
        breaker = new ResiliencePipelineBuilder { TimeProvider = new ClockTimeProvider(clock) }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                MinimumThroughput = MostFailures,
                SamplingDuration = TimeSpan.FromDays(1),
                BreakDuration = Rest.ToTimeSpan(),
                ManualControl = control,
                StateProvider = state,
                ShouldHandle = arguments => ValueTask.FromResult(
                    !arguments.Context.CancellationToken.IsCancellationRequested
                        && IsFailure(arguments.Outcome.Exception)),
            })
            .Build();
    }

    /// <summary>Does the work unless the directory is known to be dead.</summary>
    /// <param name="regardless">Asks a directory that seems dead all the same, because somebody wants to know.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Whoever asked has gone: that says nothing about the directory.</param>
    /// <exception cref="DirectoryException">It is, or it asked to be left alone.</exception>
    public async Task<T> RunAsync<T>(bool regardless, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (clock.GetCurrentInstant().ToUnixTimeTicks() < Volatile.Read(ref pausedUntil))
        {
            throw new DirectoryException(DirectoryFault.Busy);
        }

        try
        {
            var result = await (regardless ? ResiliencePipeline.Empty : breaker)
                .ExecuteAsync(async _ => await work(), cancellationToken);
            await control.CloseAsync(CancellationToken.None);
            return result;
        }
        catch (BrokenCircuitException)
        {
            throw new DirectoryException(DirectoryFault.Unavailable);
        }
        catch (DirectoryException refusal) when (!IsFailure(refusal))
        {
            await control.CloseAsync(CancellationToken.None);
            throw;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && IsSilence(fault))
        {
            await OpenAsync();

            // Its text may quote the directory, so it is not handed on.
            throw new DirectoryException(DirectoryFault.Unavailable);
        }
    }

    /// <summary>Nobody asks the directory again until that time has passed.</summary>
    public void Pause(Duration wait) =>
        Volatile.Write(
            ref pausedUntil, (clock.GetCurrentInstant() + Duration.Min(wait, LongestPause)).ToUnixTimeTicks());

    /// <summary>No answer at all: the next host does not wait for it either.</summary>
    private static bool IsSilence(Exception fault) =>
        fault is OperationCanceledException or HttpRequestException or IOException;

    /// <summary>A directory that refuses has given an answer.</summary>
    private static bool IsFailure(Exception? fault) =>
        fault is not null
            and not DirectoryException { Fault: not (DirectoryFault.Unavailable or DirectoryFault.Unreadable) };

    // The breaker wants several calls to judge by, and one silence is enough: it counts as often as it takes.
    private async Task OpenAsync()
    {
        var context = ResilienceContextPool.Shared.Get(CancellationToken.None);
        while (state.CircuitState == CircuitState.Closed)
        {
            await breaker.ExecuteOutcomeAsync(
                static (_, _) => ValueTask.FromResult(Outcome.FromException<bool>(new IOException())),
                context,
                state: 0);
        }

        ResilienceContextPool.Shared.Return(context);
    }
}
