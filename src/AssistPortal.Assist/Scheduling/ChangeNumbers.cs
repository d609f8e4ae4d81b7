using System.Diagnostics;

namespace AssistPortal.Assist.Scheduling;

/// <summary>How far numbered changes are known without a gap.</summary>
/// <param name="patience">How long a number may be missing before it is taken for one that was rolled back.</param>
internal sealed class ChangeNumbers(TimeSpan patience)
{
    private long? gapSince;

    /// <summary>The last number before which none is missing; it was there.</summary>
    public long Settled { get; private set; }

    /// <summary>Begins anew with some numbers, of which those before the first do not matter.</summary>
    public void Begin(IReadOnlyList<long> numbers)
    {
        (Settled, gapSince) = (numbers[0], null);
        GoOn(numbers);
    }

    /// <summary>Goes on as far as none is missing, past gaps that do not close.</summary>
    /// <param name="numbers">Those that are there, in order.</param>
    /// <returns>Whether a gap was given up: what it stood for may still come.</returns>
    public bool GoOn(IEnumerable<long> numbers)
    {
        var (before, hasGivenUp) = (Settled, false);
        foreach (var number in numbers)
        {
            if (number <= Settled)
            {
                continue;
            }

            if (number > Settled + 1)
            {
                gapSince = (Settled == before ? gapSince : null) ?? Stopwatch.GetTimestamp();
                if (Stopwatch.GetElapsedTime(gapSince.Value) < patience)
                {
                    return hasGivenUp;
                }

                hasGivenUp = true;
                gapSince = null;
            }

            Settled = number;
        }

        gapSince = null;
        return hasGivenUp;
    }
}
