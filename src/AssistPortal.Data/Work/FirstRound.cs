using Microsoft.Extensions.Options;

namespace AssistPortal.Data.Work;

/// <summary>When repeated work begins.</summary>
internal sealed class FirstRound(IOptions<WorkOptions> options)
{
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(options.Value.FirstRoundAfterSeconds), cancellationToken);
}
