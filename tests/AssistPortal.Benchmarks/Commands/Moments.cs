using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>Starts of events, far enough apart that an event of an hour with lead and trail touches no other.</summary>
internal static class Moments
{
    private const int Days = 280;
    private const int PerDay = 11;
    private const int FirstDay = 21;

    /// <summary>Number of different starts.</summary>
    public const int Count = Days * PerDay;

    /// <summary>The start with that number; neighbours lie on different days.</summary>
    public static Instant At(int number)
    {
        var (day, turn) = (number % Days, number / Days % PerDay);
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        return today.PlusDays(FirstDay + day).AtMidnight().InUtc().ToInstant() + Duration.FromHours(1 + (2 * turn));
    }
}
