using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Staffing;

/// <summary>Finds somebody else for an order that its producer has declined.</summary>
internal sealed class DeclinedCover(
    PortalDbContext db,
    AssignedTimes times,
    ProducerAssignments assignments,
    AnswerConsequences consequences)
{
    private const int MostAttempts = 3;

    /// <summary>
    /// Gives the order to the first who is free and has not declined that time too; where there is nobody, tells the
    /// coordinators. A producer who says meanwhile that they assist after all keeps it. Commits by itself.
    /// </summary>
    /// <param name="declined">What was declined.</param>
    /// <param name="actorId">Who did.</param>
    /// <returns>
    /// Covered where the producer is free of it, declined where nobody else is, or answered meanwhile.
    /// </returns>
    public async Task<ReplyOutcome> FindAsync(SeenAssignment declined, Guid actorId)
    {
        // The decline is saved: whoever closes the page now leaves no order without cover and without a mail.
        var cancellationToken = CancellationToken.None;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var outcome = await TryAsync(declined, actorId, cancellationToken);
            if (outcome == AssignOutcome.Assigned
                || !await db.Set<Reservation>().AnyAsync(
                    item => item.Id == declined.ReservationId, cancellationToken))
            {
                return ReplyOutcome.Covered;
            }

            if (!await StandsAsync(declined, cancellationToken))
            {
                return ReplyOutcome.AnsweredMeanwhile;
            }

            if (outcome == AssignOutcome.NotAble)
            {
                break;
            }
        }

        return await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                if (!await StandsAsync(declined, cancellationToken))
                {
                    return (Commit: false, ReplyOutcome.AnsweredMeanwhile);
                }

                var order = await db.Set<Order>().SingleAsync(item => item.Id == declined.OrderId, cancellationToken);

                // Answers stay, and each counts up: no two declines of an order have the same sum.
                var count = await db.Set<AssignmentAnswer>()
                    .Where(answer => answer.OrderId == declined.OrderId)
                    .SumAsync(answer => answer.Version, cancellationToken);
                await consequences.NobodyFreeAsync(order, count, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, ReplyOutcome.Declined);
            },
            cancellationToken);
    }

    /// <summary>Whether the producer has not accepted it since.</summary>
    private async Task<bool> StandsAsync(SeenAssignment declined, CancellationToken cancellationToken) =>
        !await db.Set<AssignmentAnswer>().AnyAsync(
            answer => answer.ReservationId == declined.ReservationId && answer.IsAccepted, cancellationToken);

    /// <summary>Assigned; changed meanwhile, to be tried again; or nobody is able.</summary>
    private async Task<AssignOutcome> TryAsync(
        SeenAssignment declined, Guid actorId, CancellationToken cancellationToken)
    {
        var orderId = declined.OrderId;
        var live = (await times.OfOrdersAsync([orderId], cancellationToken))
            .FirstOrDefault(time => time.Session is null);
        if (live is not null && live.ReservationId != declined.ReservationId)
        {
            // Moved or given to somebody else since the decline, which is not about that.
            return AssignOutcome.Changed;
        }

        if (live is null || await assignments.ChoicesAsync(orderId, cancellationToken) is not { } choices)
        {
            return AssignOutcome.NotAble;
        }

        List<SeenTime> along =
            [.. choices.Sessions.Select(choice => new SeenTime(choice.Time.Key, choice.Time.Version))];
        foreach (var candidate in choices.Candidates)
        {
            if (candidate.State != CandidateState.Free || choices.Refusing.Contains(candidate.ProducerId))
            {
                continue;
            }

            var given = await assignments.AssignWhileAsync(
                cancellationToken => StandsAsync(declined, cancellationToken),
                new SeenTime(live.Key, live.Version),
                candidate.ProducerId,
                along,
                actorId,
                ProducerSwaps.ForDeclined,
                words: null,
                cancellationToken);
            if (given.Outcome is AssignOutcome.Assigned or AssignOutcome.Changed)
            {
                return given.Outcome;
            }
        }

        return AssignOutcome.NotAble;
    }
}
