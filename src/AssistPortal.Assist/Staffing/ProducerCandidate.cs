namespace AssistPortal.Assist.Staffing;

/// <summary>Somebody who could take over a reserved time, or can't.</summary>
/// <param name="ProducerId">Key of the producer.</param>
/// <param name="Name">Name of the producer.</param>
/// <param name="State">Whether the producer can, or why not.</param>
/// <param name="Speaks">Whether the producer speaks the asked language.</param>
/// <param name="ReservedMinutes">What is reserved of the producer in the event's week, Monday to Sunday.</param>
public sealed record ProducerCandidate(
    int ProducerId, string Name, CandidateState State, bool Speaks, int ReservedMinutes);

public enum CandidateState
{
    /// <summary>Has it now.</summary>
    IsNow,

    /// <summary>Qualified, at work and not reserved.</summary>
    Free,

    /// <summary>Qualified and at work, and reserved for something else.</summary>
    Taken,

    /// <summary>Qualified, and not at work at that time.</summary>
    NotWorking,

    /// <summary>Not qualified for the package, or not on that day.</summary>
    NotQualified,
}
