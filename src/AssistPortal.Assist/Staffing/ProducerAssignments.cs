using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>Gives an order another producer at the same time, and coming sessions with it.</summary>
public sealed class ProducerAssignments(
    PortalDbContext db,
    Cached<Roster> roster,
    AssignedTimes times,
    AssignmentAnswers answers,
    ProducerSwaps swaps,
    IClock clock)
{
    /// <summary>
    /// Everybody who could assist the live event, and who can't and why: first who has it, then who is free, in the
    /// order of fairness; with the coming sessions that the order's producer holds and who of those who are free could
    /// take them over too. Null for an order without a reservation.
    /// </summary>
    public async Task<AssignmentChoices?> ChoicesAsync(Guid orderId, CancellationToken cancellationToken)
    {
        if (await FindAsync(orderId, cancellationToken) is not var (live, sessions))
        {
            return null;
        }

        var board = await BoardAsync([live, .. sessions], cancellationToken);
        var candidates = board.For(live);
        var free = candidates.Where(candidate => candidate.State == CandidateState.Free).ToList();
        foreach (var candidate in free)
        {
            board.Plan(candidate.ProducerId, live);
        }

        return new AssignmentChoices(candidates, [.. sessions.Select(session => new SessionChoice(
            session, [.. board.For(session).IntersectBy(free.Select(item => item.ProducerId), item => item.ProducerId)
                .Where(item => item.State == CandidateState.Free)]))])
        {
            Refusing = (await answers.RefusingAsync([live], cancellationToken))[live.Key].ToHashSet(),
        };
    }

    /// <summary>
    /// Gives the order that producer, with those of the chosen sessions that the producer can take: reservations,
    /// order, audit trail and mails, all or nothing. Commits by itself.
    /// </summary>
    /// <param name="seen">The live event as it was shown.</param>
    /// <param name="producerId">The producer who is to have it.</param>
    /// <param name="sessions">The sessions that are to go along, as they were shown.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    /// <param name="words">What is said to the customer with it; null for nothing.</param>
    /// <param name="cancellationToken">Nothing has changed then.</param>
    public Task<AssignAnswer> AssignAsync(
        SeenTime seen,
        int producerId,
        IReadOnlyCollection<SeenTime> sessions,
        Guid actorId,
        string? reason,
        string? words,
        CancellationToken cancellationToken) =>
        AssignWhileAsync(stands: null, seen, producerId, sessions, actorId, reason, words, cancellationToken);

    /// <inheritdoc cref="AssignAsync" />
    /// <param name="stands">See <see cref="ProducerSwaps.ApplyWhileAsync"/>.</param>
    internal async Task<AssignAnswer> AssignWhileAsync(
        Func<CancellationToken, Task<bool>>? stands,
        SeenTime seen,
        int producerId,
        IReadOnlyCollection<SeenTime> sessions,
        Guid actorId,
        string? reason,
        string? words,
        CancellationToken cancellationToken)
    {
        var orderId = seen.Key.OrderId;
        if (await FindAsync(orderId, cancellationToken) is not var (live, held))
        {
            return new AssignAnswer(AssignOutcome.Changed, []);
        }

        var board = await BoardAsync([live, .. held], cancellationToken);
        var given = new List<ProducerSwap> { new(seen.Key, producerId, seen.Version) };
        var kept = new List<AssignedTime>();
        board.Plan(producerId, live);
        foreach (var session in held)
        {
            var wanted = sessions.FirstOrDefault(item => item.Key == session.Key);
            if (wanted is not null
                && board.For(session).Any(item => item.ProducerId == producerId && item.State == CandidateState.Free))
            {
                given.Add(new ProducerSwap(session.Key, producerId, wanted.Version));
                board.Plan(producerId, session);
            }
            else
            {
                kept.Add(session);
            }
        }

        var answer = await swaps.ApplyWhileAsync(
            stands, given, live.ProducerId, timeOff: null, actorId, reason, words, cancellationToken);
        return new AssignAnswer(answer.Outcome, kept);
    }

    private async Task<CandidateBoard> BoardAsync(
        IReadOnlyCollection<AssignedTime> affected, CancellationToken cancellationToken) =>
        await CandidateBoard.ReadAsync(
            db, await roster.GetAsync(cancellationToken), affected, clock.GetCurrentInstant(), cancellationToken);

    private async Task<(AssignedTime Live, IReadOnlyList<AssignedTime> Sessions)?> FindAsync(
        Guid orderId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var all = await times.OfOrdersAsync([orderId], cancellationToken);
        return all.FirstOrDefault(time => time.Session is null) is { } live
            ? (live, [
                .. all.Where(time => time.ProducerId == live.ProducerId && time.Session?.CanChangeAt(now) == true),
            ])
            : null;
    }
}

/// <summary>Who could take over an order.</summary>
/// <param name="Candidates">Who could assist the live event, and who can't and why.</param>
/// <param name="Sessions">The coming sessions that its producer holds.</param>
public sealed record AssignmentChoices(
    IReadOnlyList<ProducerCandidate> Candidates, IReadOnlyList<SessionChoice> Sessions)
{
    /// <summary>Who has declined the live event at that time: nobody gives it them again but by name.</summary>
    public required IReadOnlySet<int> Refusing { get; init; }
}

/// <summary>A session that could go along.</summary>
/// <param name="Time">The session.</param>
/// <param name="Candidates">Who could take over the live event and the session.</param>
public sealed record SessionChoice(AssignedTime Time, IReadOnlyList<ProducerCandidate> Candidates);

/// <summary>A live event or session as a page showed it.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Version">Version of the session, or of the order for its live event.</param>
public sealed record SeenTime(AssignedKey Key, int Version);

/// <summary>What became of an assignment.</summary>
/// <param name="Outcome">Whether it was made.</param>
/// <param name="Kept">Coming sessions that stay with the former producer.</param>
public sealed record AssignAnswer(AssignOutcome Outcome, IReadOnlyList<AssignedTime> Kept);

/// <summary>Whether an assignment was made.</summary>
public enum AssignOutcome
{
    Assigned,

    /// <summary>Somebody else has reserved the producer meanwhile.</summary>
    Taken,

    /// <summary>The producer is not qualified or not at work at that time, or has the order already.</summary>
    NotAble,

    /// <summary>
    /// The order is not as it was shown: moved, cancelled, begun or given to another producer meanwhile.
    /// </summary>
    Changed,
}
