using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>Nobody is free at the wished time: why, and the nearest starts at which somebody is.</summary>
public sealed record NobodyFree(NobodyReason Reason, IReadOnlyList<ZonedDateTime> Alternatives, int DurationMinutes)
{
    /// <summary>Where another time is picked, where that is not on the page itself.</summary>
    public string? AnotherTimeAt { get; init; }

    /// <summary>Where one can ask to be told when somebody is free after all, where that can be.</summary>
    public string? WaitAt { get; init; }

    public static NobodyFree From(HoldAnswer.Nobody nobody, EventTime wished) =>
        From(nobody.Reason, nobody.Alternatives, wished);

    public static NobodyFree From(MoveAnswer.Nobody nobody, EventTime wished) =>
        From(nobody.Reason, nobody.Alternatives, wished);

    private static NobodyFree From(NobodyReason reason, IEnumerable<Instant> alternatives, EventTime wished) =>
        new(reason, [.. alternatives.Select(start => start.InZone(wished.LocalStart.Zone))], wished.DurationMinutes);
}
