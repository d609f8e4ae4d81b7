using NodaTime;

namespace AssistPortal.Mail.Sending;

/// <summary>When a failed mail is tried again.</summary>
internal static class RetryTable
{
    private static readonly Duration[] FirstWaits =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromMinutes(120),
    ];

    private static readonly Duration LaterWait = Duration.FromHours(4);

    private static readonly Duration GiveUpAfter = Duration.FromDays(4);

    private static readonly int LaterWaits =
        (int)((GiveUpAfter - FirstWaits.Aggregate(Duration.Zero, (sum, wait) => sum + wait)) / LaterWait);

    /// <summary>The wait after so many attempts; null when all waits together would pass four days.</summary>
    /// <param name="attempts">Attempts made, from 1.</param>
    public static Duration? WaitAfter(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts <= FirstWaits.Length)
        {
            return FirstWaits[attempts - 1];
        }

        return attempts <= FirstWaits.Length + LaterWaits ? LaterWait : null;
    }
}
