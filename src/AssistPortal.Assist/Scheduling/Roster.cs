using System.Runtime.InteropServices;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>A producer who may be chosen: active and qualified for the package.</summary>
/// <param name="Id">Key of the producer.</param>
/// <param name="TimeZone">IANA zone of the working hours.</param>
/// <param name="LastAssignedAt">When the producer last got an order.</param>
/// <param name="Speaks">Whether the producer speaks the asked language.</param>
/// <param name="Hours">The weekly hours.</param>
internal sealed record RosterProducer(
    int Id, string TimeZone, Instant? LastAssignedAt, bool Speaks, IReadOnlyList<WeeklyHours> Hours);

/// <summary>A stretch of a producer's time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProducerTime(int ProducerId, QuarterRange Time);

/// <summary>What keeps producers from working, in some range.</summary>
internal sealed record Taken(ILookup<int, QuarterRange> TimeOff, ILookup<int, QuarterRange> Reserved)
{
    public static Taken From(IEnumerable<ProducerTime> timeOff, IEnumerable<ProducerTime> reserved) =>
        new(ByProducer(timeOff), ByProducer(reserved));

    private static ILookup<int, QuarterRange> ByProducer(IEnumerable<ProducerTime> times) =>
        times.ToLookup(item => item.ProducerId, item => item.Time);
}
