using AssistPortal.Benchmarks.Http;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>Clients who all want the same few times; whoever gets one orders it and begins again.</summary>
/// <param name="times">How many different times.</param>
/// <param name="attempts">How often each client asks for one.</param>
internal sealed class Crowd(int times, int attempts)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private int made;
    private int errors;
    private int placed;
    private int lost;

    public int Attempts => made;

    /// <summary>Responses that nobody should get.</summary>
    public int Errors => errors;

    /// <summary>Orders of which a client was told.</summary>
    public int Placed => placed;

    /// <summary>Requests that got no response because the server was killed.</summary>
    public int Lost => lost;

    /// <summary>Whether clients go on when a server is lost, until it is there again.</summary>
    public bool ServersDie { get; init; }

    public async Task AttemptAllAsync(int client, Wizard wizard, CancellationToken cancellationToken)
    {
        var left = attempts;
        Page? page = null;
        string? draft = null;
        while ((left > 0 || draft is not null) && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                page ??= draft is null
                    ? await wizard.BeginAsync(cancellationToken)
                    : await wizard.ResumeAsync(draft, cancellationToken);
                draft = Wizard.DraftOf(page.Path);
                page = await wizard.GoOnAsync(page, () => Task.FromResult(Choose(client, ref left)), cancellationToken);
                if (page.Step == "confirmation")
                {
                    Interlocked.Increment(ref placed);
                    (page, draft) = (null, null);
                }
                else if (left <= 0)
                {
                    return;
                }
            }
            catch (RefusedException refused)
            {
                Interlocked.Increment(ref errors);
                Console.WriteLine($"  {refused.Message}");
                (page, draft) = (null, null);
                left--;
            }
            catch (Exception failure) when (ServersDie && failure is HttpRequestException or IOException)
            {
                Interlocked.Increment(ref lost);
                page = null;
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    // By a step that shares no divisor with the number of times, each client comes by all of them.
    private Instant? Choose(int client, ref int left)
    {
        if (left-- <= 0)
        {
            return null;
        }

        Interlocked.Increment(ref made);
        return Moments.At(((client * 13) + left) % times);
    }
}
