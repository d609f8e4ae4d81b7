using AssistPortal.Assist.Sessions;

namespace AssistPortal.Assist.Desk;

/// <summary>One of several sessions that are to get their times at once.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Time">When it is to be, and who holds it.</param>
/// <param name="SessionId">The session that is moved; null for a new one.</param>
/// <param name="Version">Version of the session as it was shown.</param>
public sealed record PlannedSession(SessionKind Kind, SessionTime Time, Guid? SessionId = null, int Version = 0);

/// <summary>What became of the planning of several sessions.</summary>
/// <param name="Outcome">Done, or why not: the first reason of a line, or a change by somebody else.</param>
/// <param name="Lines">Of each planned session why it was refused; null where it could be.</param>
public sealed record SessionPlanResult(SessionOutcome Outcome, IReadOnlyList<SessionOutcome?> Lines)
{
    internal static SessionPlanResult Done { get; } = new(SessionOutcome.Done, []);

    internal static SessionPlanResult Changed { get; } = new(SessionOutcome.ChangedMeanwhile, []);

    /// <summary>Null where no line is refused.</summary>
    internal static SessionPlanResult? Refusing(IReadOnlyList<SessionOutcome?> lines) =>
        lines.FirstOrDefault(line => line is not null) is { } first ? new(first, lines) : null;
}
