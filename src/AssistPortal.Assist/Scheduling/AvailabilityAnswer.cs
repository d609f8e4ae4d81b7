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
    /// <summary>How many of the free producers speak the asked language; they come first.</summary>
    public int Speaking { get; private init; }

    internal static AvailabilityAnswer Free(IReadOnlyList<int> producers, int speaking) =>
        new(producers, Reason: null, []) { Speaking = speaking };

    /// <summary>Whether the producer is free, and nobody else would do better for the language.</summary>
    internal bool Suits(int producerId) =>
        (Speaking == 0 ? Producers : Producers.Take(Speaking)).Contains(producerId);

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
