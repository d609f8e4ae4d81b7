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
    AssignmentAnswers answers,
    OrderReader orders,
    ProducerAssignments assignments,
    AnswerConsequences consequences)
{
    private const int MostAttempts = 3;

    /// <summary>
    /// Gives the order to the first who is free and has not declined that time too; where there is nobody, tells the
    /// coordinators. Commits by itself.
    /// </summary>
    /// <param name="declined">What was declined.</param>
    /// <param name="actorId">Who did.</param>
    /// <param name="cancellationToken">Ends the search; the order stays where it is.</param>
    /// <returns>Whether the producer is free of it.</returns>
    public async Task<bool> FindAsync(
        SeenAssignment declined, Guid actorId, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var outcome = await TryAsync(declined.OrderId, actorId, cancellationToken);
            if (outcome == AssignOutcome.Assigned
                || !await db.Set<Reservation>().AnyAsync(
                    item => item.Id == declined.ReservationId, cancellationToken))
            {
                return true;
            }

            if (outcome == AssignOutcome.NotAble)
            {
                break;
            }
        }

        await db.InTransactionAsync(
            async cancellationToken =>
            {
                var order = await orders.Complete.SingleAsync(item => item.Id == declined.OrderId, cancellationToken);
                await consequences.NobodyFreeAsync(order, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return false;
    }

    /// <summary>Assigned; changed meanwhile, to be tried again; or nobody is able.</summary>
    private async Task<AssignOutcome> TryAsync(Guid orderId, Guid actorId, CancellationToken cancellationToken)
    {
        var live = (await times.OfOrdersAsync([orderId], cancellationToken))
            .FirstOrDefault(time => time.Session is null);
        if (live is null || await assignments.ChoicesAsync(orderId, cancellationToken) is not var (all, sessions))
        {
            return AssignOutcome.NotAble;
        }

        var refusing = (await answers.OfOrderAsync(orderId, cancellationToken)).Declined
            .Where(answer => answer.Start == live.Order.Time.Start)
            .Select(answer => answer.ProducerId)
            .ToHashSet();
        List<SeenTime> along = [.. sessions.Select(choice => new SeenTime(choice.Time.Key, choice.Time.Version))];
        foreach (var candidate in all)
        {
            if (candidate.State != CandidateState.Free || refusing.Contains(candidate.ProducerId))
            {
                continue;
            }

            var given = await assignments.AssignAsync(
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
