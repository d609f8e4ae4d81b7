using System.Runtime.InteropServices;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>How much of a producer's time an event takes, in quarter-hours.</summary>
/// <param name="Lead">Reserved before the start.</param>
/// <param name="Total">Reserved in all: lead, event and trail.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventShape(int Lead, int Total)
{
    /// <summary>What the event takes with the package's lead and trail, each rounded up to the grid.</summary>
    /// <exception cref="ArgumentException">The duration is not a positive number of quarter-hours.</exception>
    public static EventShape Of(int durationMinutes, int leadMinutes, int trailMinutes)
    {
        if (durationMinutes <= 0 || durationMinutes % QuarterHours.Minutes != 0)
        {
            throw new ArgumentException("An event lasts whole quarter-hours.", nameof(durationMinutes));
        }

        var lead = RoundedUp(leadMinutes);
        return new EventShape(lead, lead + RoundedUp(durationMinutes) + RoundedUp(trailMinutes));
    }

    /// <summary>The time that is reserved for an event that starts then.</summary>
    /// <exception cref="ArgumentException">The start is not on the grid.</exception>
    public QuarterRange Around(Instant start) => QuarterHours.IsOnGrid(start)
        ? Spans(new QuarterRange(QuarterHours.IndexOf(start), QuarterHours.IndexOf(start) + 1))
        : throw new ArgumentException("An event starts on a quarter-hour.", nameof(start));

    /// <summary>The time that events take which start in the range.</summary>
    public QuarterRange Spans(QuarterRange starts) => new(starts.From - Lead, starts.To - 1 - Lead + Total);

    private static int RoundedUp(int minutes) => (minutes + QuarterHours.Minutes - 1) / QuarterHours.Minutes;
}
