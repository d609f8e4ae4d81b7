using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// When an event takes place: the instant of its start, its length in minutes, the zone it is meant in.
/// </summary>
public sealed record EventTime
{
    public const int MinimumMinutes = 30;
    public const int MaximumMinutes = 720;

    public required Instant Start { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; init; }

    public Instant End => Start + Duration.FromMinutes(DurationMinutes);

    public ZonedDateTime LocalStart => Start.InZone(DateTimeZoneProviders.Tzdb[TimeZone]);

    public ZonedDateTime LocalEnd => End.InZone(DateTimeZoneProviders.Tzdb[TimeZone]);

    /// <summary>The time that can be ordered for it: whole quarters of an hour, of a length that orders have.</summary>
    public EventTime Orderable()
    {
        var start = QuarterHours.At(QuarterHours.IndexOf(Start));
        var minutes = (QuarterHours.NotBefore(End) - start).TotalMinutes;
        return this with
        {
            Start = start, DurationMinutes = (int)Math.Clamp(minutes, MinimumMinutes, MaximumMinutes),
        };
    }
}
