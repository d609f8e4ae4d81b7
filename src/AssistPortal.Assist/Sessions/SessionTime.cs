using NodaTime;

namespace AssistPortal.Assist.Sessions;

/// <summary>When a session is to be, and who holds it.</summary>
/// <param name="ProducerId">The producer.</param>
/// <param name="Start">On the grid of quarter-hours.</param>
/// <param name="DurationMinutes">A multiple of 15.</param>
public sealed record SessionTime(int ProducerId, Instant Start, int DurationMinutes)
{
    public static SessionTime Of(OrderSession session) =>
        new(session.ProducerId, session.Start, session.DurationMinutes);

    public Instant End => Start + Duration.FromMinutes(DurationMinutes);

    public Interval Time => new(Start, End);
}
