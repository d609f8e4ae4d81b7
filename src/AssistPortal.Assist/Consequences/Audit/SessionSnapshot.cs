using AssistPortal.Assist.Sessions;
using NodaTime;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>When a session is, and who holds it.</summary>
public sealed record SessionSnapshot(Instant Start, int DurationMinutes, int ProducerId)
{
    public static SessionSnapshot Of(OrderSession session) =>
        new(session.Start, session.DurationMinutes, session.ProducerId);

    public static SessionSnapshot Of(SessionTime time) => new(time.Start, time.DurationMinutes, time.ProducerId);
}
