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
    int Id, string TimeZone, Instant? LastAssignedAt, bool Speaks, IReadOnlyList<WeeklyHours> Hours)
{
    /// <summary>First local day on which the qualification holds, where it has one.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Last local day on which the qualification holds, where it has one.</summary>
    public LocalDate? ValidUntil { get; init; }
}

/// <summary>A stretch of a producer's time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProducerTime(int ProducerId, QuarterRange Time);

/// <summary>One interval of work that a producer has on one date.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProducerDay(int ProducerId, DayHours Hours);

/// <summary>What makes producers' time differ from the weekly hours, in some range.</summary>
internal sealed record Taken(
    ILookup<int, DayHours> Exceptions, ILookup<int, QuarterRange> TimeOff, ILookup<int, QuarterRange> Reserved)
{
    public static Taken From(
        IEnumerable<ProducerDay> exceptions, IEnumerable<ProducerTime> timeOff, IEnumerable<ProducerTime> reserved) => new(
        exceptions.ToLookup(item => item.ProducerId, item => item.Hours), ByProducer(timeOff), ByProducer(reserved));

    private static ILookup<int, QuarterRange> ByProducer(IEnumerable<ProducerTime> times) =>
        times.ToLookup(item => item.ProducerId, item => item.Time);
}
