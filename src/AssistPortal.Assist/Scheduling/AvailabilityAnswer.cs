using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Who is free for a wish, or why nobody is and what could be had instead.</summary>
/// <param name="Producers">The free producers, the one whose turn it is first.</param>
/// <param name="Reason">Why nobody is free; null when somebody is.</param>
/// <param name="Alternatives">
/// When nobody is free: up to three other starts nearest to the wish, in order of time.
/// </param>
public sealed record AvailabilityAnswer(
    IReadOnlyList<int> Producers, NobodyReason? Reason, IReadOnlyList<Instant> Alternatives)
{
    internal static AvailabilityAnswer Free(IReadOnlyList<int> producers) => new(producers, Reason: null, []);

    internal static AvailabilityAnswer Nobody(NobodyReason reason, IReadOnlyList<Instant> alternatives) =>
        new([], reason, alternatives);
}

public enum NobodyReason
{
    /// <summary>No active producer who is qualified for the package works at that time.</summary>
    NoProducerWorks,

    /// <summary>Such producers work then, and all of them are reserved.</summary>
    AllTaken,
}
