using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Searches and tries anew while somebody else is faster, in bounds.</summary>
internal static class ReservationRetry
{
    private const int Rounds = 5;

    // A database that is slow to fail is not asked again: the host gets an honest page instead of a long wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="find">Searches; told whether who was found before could not be had.</param>
    /// <param name="tryAll">
    /// Tries the producers that were found, one after the other; null when none could be had.
    /// </param>
    /// <returns>What was done, or why nothing could be.</returns>
    public static async Task<(T? Done, HoldAnswer.Nobody? Nobody)> RunAsync<T>(
        Func<bool, Task<AvailabilityAnswer>> find, Func<AvailabilityAnswer, Task<T?>> tryAll)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        for (var round = 1; ; round++)
        {
            var answer = await find(round > 1);
            if (answer.Reason is { } reason)
            {
                return (null, new HoldAnswer.Nobody(reason, answer.Alternatives));
            }

            try
            {
                if (await tryAll(answer) is { } done)
                {
                    return (done, null);
                }

                if (round == Rounds)
                {
                    return (null, new HoldAnswer.Nobody(NobodyReason.AllTaken, []));
                }
            }
            catch (Exception exception) when (exception is DbUpdateException or DbException
                && round < Rounds && Stopwatch.GetElapsedTime(began) < Patience)
            {
                // A deadlock's loser, or a neighbour who let go meanwhile: the next round sees who is free now.
            }
        }
    }
}
