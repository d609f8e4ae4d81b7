using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>
/// Takes what producers say to their assignments. A decline is saved first, with the desk asked to decide; then the
/// order goes to whoever is free, which settles that. Whatever happens in between, the desk knows.
/// </summary>
public sealed class AssignmentReplies
{
    private readonly PortalDbContext db;
    private readonly AssignedTimes times;
    private readonly AnswerConsequences consequences;
    private readonly DeclinedCover cover;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal AssignmentReplies(
        PortalDbContext db,
        AssignedTimes times,
        AnswerConsequences consequences,
        DeclinedCover cover,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.times = times;
        this.consequences = consequences;
        this.cover = cover;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>The producer assists. To say it twice is to say it once.</summary>
    /// <param name="seen">The assignment as it was shown.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Nothing has changed then.</param>
    public Task<ReplyOutcome> AcceptAsync(SeenAssignment seen, Guid actorId, CancellationToken cancellationToken) =>
        AnswerAsync(
            seen,
            answer => answer.IsAccepted,
            (live, answer, now) =>
            {
                answer?.Accept(now);
                return answer ?? AssignmentAnswer.Accepted(live, now);
            },
            (order, now) => consequences.AcceptedAsync(order, actorId, now, cancellationToken),
            ReplyOutcome.Accepted,
            cancellationToken);

    /// <summary>
    /// The producer can't. Who is free takes over as if a coordinator had chosen them, with the sessions that they can
    /// take; nobody who has declined the same time is asked again. The producer's last word counts: who accepts it
    /// while somebody is looked for keeps it.
    /// </summary>
    /// <param name="seen">The assignment as it was shown.</param>
    /// <param name="reason">Why, at most <see cref="AssignmentAnswer.ReasonLength"/> characters.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Nothing has changed then; what is saved by then is gone on with.</param>
    public async Task<ReplyOutcome> DeclineAsync(
        SeenAssignment seen, string reason, Guid actorId, CancellationToken cancellationToken)
    {
        var outcome = await AnswerAsync(
            seen,
            answer => !answer.IsAccepted && answer.Reason == reason,
            (live, answer, now) =>
            {
                answer?.Decline(reason, now);
                return answer ?? AssignmentAnswer.Declined(live, reason, now);
            },
            (order, now) => consequences.DeclinedAsync(order, reason, actorId, now, cancellationToken),
            ReplyOutcome.Declined,
            cancellationToken);
        if (outcome != ReplyOutcome.Declined)
        {
            return outcome;
        }

        db.ChangeTracker.Clear();
        outcome = await cover.FindAsync(seen, actorId);
        outboxSignal.Notify();
        return outcome;
    }

    private async Task<ReplyOutcome> AnswerAsync(
        SeenAssignment seen,
        Func<AssignmentAnswer, bool> isSaid,
        Func<AssignedTime, AssignmentAnswer?, Instant, AssignmentAnswer> say,
        Func<Order, Instant, Task> follow,
        ReplyOutcome said,
        CancellationToken cancellationToken) => await db.TakeKeysAsync<ReplyOutcome>(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();

                // Holds the reservation until all is saved: whoever gives the order to somebody else waits, or was
                // first.
                if (await db.Set<Reservation>()
                    .Where(item => item.Id == seen.ReservationId
                        && item.OrderId == seen.OrderId
                        && item.ProducerId == seen.ProducerId
                        && item.HoldUntil == null)
                    .ExecuteUpdateAsync(
                        change => change.SetProperty(item => item.ProducerId, seen.ProducerId),
                        cancellationToken) == 0)
                {
                    return (Commit: false, ReplyOutcome.Changed);
                }

                var live = (await times.OfOrderAsync(seen.OrderId, seen.ProducerId, cancellationToken))
                    .First(time => time.Session is null);
                if (live.Order.PhaseAt(now) != OrderPhase.Coming)
                {
                    return (Commit: false, ReplyOutcome.TooLate);
                }

                var answer = await db.Set<AssignmentAnswer>().SingleOrDefaultAsync(
                    item => item.ReservationId == seen.ReservationId, cancellationToken);
                if (answer is not null && isSaid(answer))
                {
                    return (Commit: false, said);
                }

                if (answer is not null && answer.Version != seen.AnswerVersion)
                {
                    return (Commit: false, ReplyOutcome.AnsweredMeanwhile);
                }

                var isNew = answer is null;
                var saying = say(live, answer, now);
                if (isNew)
                {
                    db.Add(saying);
                }

                await follow(live.Order, now);
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, said);
            },
            async (_, cancellationToken) => await db.Set<AssignmentAnswer>().AnyAsync(
                item => item.ReservationId == seen.ReservationId, cancellationToken)
                ? ReplyOutcome.AnsweredMeanwhile
                : null,
            cancellationToken);
}

/// <summary>An assignment as a page showed it to its producer.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ProducerId">The producer.</param>
/// <param name="ReservationId">The assignment: see <see cref="AssignedTime.ReservationId"/>.</param>
/// <param name="AnswerVersion">Version of the answer that stood there; 0 for none.</param>
public sealed record SeenAssignment(Guid OrderId, int ProducerId, Guid ReservationId, int AnswerVersion);

/// <summary>What became of an answer to an assignment.</summary>
public enum ReplyOutcome
{
    Accepted,

    /// <summary>Declined; nobody else is free, so that the order stays until the desk decides.</summary>
    Declined,

    /// <summary>Declined; somebody else has it now.</summary>
    Covered,

    /// <summary>The producer has said something else meanwhile, in another tab.</summary>
    AnsweredMeanwhile,

    /// <summary>The order has another time or producer since.</summary>
    Changed,

    /// <summary>The event has begun, or the order has ended.</summary>
    TooLate,
}
