using NodaTime;

namespace AssistPortal.Mail.Queue;

/// <summary>When a failed mail is tried again: <see cref="RetryOptions"/>.</summary>
internal sealed class RetryTable
{
    private readonly Duration[] waits;

    public RetryTable(RetryOptions options)
    {
        var first = options.FirstWaits.Select(Duration.FromTimeSpan).ToList();
        var left = Duration.FromTimeSpan(options.GiveUpAfter) - first.Aggregate(
            Duration.Zero, (sum, wait) => sum + wait);
        var later = Duration.FromTimeSpan(options.Later);
        waits = [.. first, .. Enumerable.Repeat(later, left > Duration.Zero ? (int)(left / later) : 0)];
    }

    /// <summary>The wait after so many attempts; null when all waits together would pass the end.</summary>
    /// <param name="attempts">Attempts made, from 1.</param>
    public Duration? WaitAfter(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return attempts <= waits.Length ? waits[attempts - 1] : null;
    }
}
