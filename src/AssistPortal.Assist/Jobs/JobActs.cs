using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Jobs;

/// <summary>
/// Does to one order what a coordinator does on its page, by the same acts: with the same rules, mails and entries in
/// the audit trail, in the name of whoever has chosen the orders.
/// </summary>
internal sealed class JobActs(
    PortalDbContext db,
    OrderReader orders,
    OrderOwners owners,
    MessagesToCustomer messages,
    ProducerAssignments assignments,
    OrderCancellation cancellation,
    OrderDesk desk,
    CoordinatorWords said)
{
    // Whoever is free may be taken by somebody else in that moment; so often the next one is tried.
    private const int MostChoices = 5;

    /// <param name="job">What is to be done.</param>
    /// <param name="item">To which order, as it was seen.</param>
    /// <param name="note">Notes in the act's transaction that it is done.</param>
    /// <returns>Why it was not done; null where it was.</returns>
    public Task<JobRefusal?> DoAsync(OrderJob job, OrderJobItem item, Func<CancellationToken, Task> note)
    {
        said.IsToMany = true;
        return job.Act switch
        {
            OrderJobAct.Owner => GiveAsync(job, item, note),
            OrderJobAct.Message => WriteAsync(job, item, note),
            OrderJobAct.Mark => MarkAsync(job, item, note),
            OrderJobAct.Producer => AssignAsync(job, item, note),
            _ => CancelAsync(job, item, note),
        };
    }

    private async Task<JobRefusal?> GiveAsync(OrderJob job, OrderJobItem item, Func<CancellationToken, Task> note) =>
        await db.AlongsideAsync(note, () => owners.GiveAsync(
            item.OrderId, item.SeenOwnerId, job.OwnerId, job.ActorId, CancellationToken.None)) == DeskOutcome.Done
                ? null
                : JobRefusal.Changed;

    private async Task<JobRefusal?> WriteAsync(OrderJob job, OrderJobItem item, Func<CancellationToken, Task> note)
    {
        var whole = (await orders.FindAsync(order => order.Id == item.OrderId, CancellationToken.None))!;
        if (whole.Order.Version != item.SeenVersion)
        {
            return JobRefusal.Changed;
        }

        await db.AlongsideAsync(note, async () =>
        {
            await messages.WriteAsync(whole, job.Words!, job.ActorId, CancellationToken.None);
            return true;
        });
        return null;
    }

    private async Task<JobRefusal?> MarkAsync(OrderJob job, OrderJobItem item, Func<CancellationToken, Task> note)
    {
        if (job.Mark == OrderJobMark.ForAttention)
        {
            await db.AlongsideAsync(note, () => desk.NoteAsync(
                item.OrderId, job.Note!, isMarked: true, job.ActorId, CancellationToken.None));
            return null;
        }

        // What a customer has written since nobody has read who says that all is answered.
        if (await db.Set<Order>().AnyAsync(order => order.Id == item.OrderId && order.Version != item.SeenVersion)
            || (item.Matters.Contains(AttentionReason.Unanswered) && await db.Set<OrderMessage>().AnyAsync(
                message => message.OrderId == item.OrderId
                    && message.IsFromCustomer
                    && message.At > job.ForecastAt)))
        {
            return JobRefusal.Changed;
        }

        return await db.AlongsideAsync(note, () => desk.SettleAsync(
            item.OrderId, item.Matters, job.ForecastAt!.Value, job.Note, job.ActorId, CancellationToken.None))
                == DeskOutcome.Done
                    ? null
                    : JobRefusal.NothingToSettle;
    }

    private async Task<JobRefusal?> AssignAsync(OrderJob job, OrderJobItem item, Func<CancellationToken, Task> note)
    {
        var seen = new SeenTime(new AssignedKey(item.OrderId, SessionId: null), item.SeenVersion ?? -1);
        for (var choice = 1; ; choice++)
        {
            if (await assignments.ChoicesAsync(item.OrderId, CancellationToken.None) is not { } choices)
            {
                return JobRefusal.Changed;
            }

            if ((job.ProducerId ?? FreeOf(choices, item.PlannedProducerId)) is not { } producerId)
            {
                return JobRefusal.NobodyFree;
            }

            var answer = await db.AlongsideAsync(note, () => assignments.AssignAsync(
                seen,
                producerId,
                [.. choices.Sessions.Select(session => new SeenTime(session.Time.Key, session.Time.Version))],
                job.ActorId,
                job.Reason,
                job.Words,
                CancellationToken.None));
            switch (answer.Outcome)
            {
                case AssignOutcome.Assigned:
                    return null;
                case AssignOutcome.Changed:
                    return JobRefusal.Changed;
                case AssignOutcome.Taken when job.ProducerId is null && choice < MostChoices:
                    break;
                case AssignOutcome.Taken:
                    return JobRefusal.Taken;
                default:
                    return JobRefusal.NotAble;
            }
        }
    }

    /// <summary>
    /// Who was planned, where that one is still free, else the next one; nobody who has declined that time.
    /// </summary>
    private static int? FreeOf(AssignmentChoices choices, int? planned)
    {
        var free = choices.Candidates
            .Where(candidate => candidate.State == CandidateState.Free
                && !choices.Refusing.Contains(candidate.ProducerId))
            .Select(candidate => (int?)candidate.ProducerId)
            .ToList();
        return free.Contains(planned) ? planned : free.FirstOrDefault();
    }

    private async Task<JobRefusal?> CancelAsync(OrderJob job, OrderJobItem item, Func<CancellationToken, Task> note)
    {
        var answer = await db.AlongsideAsync(note, () => cancellation.CancelAsync(
            new SeenOrder(item.OrderId, item.SeenVersion, item.SeenFeeMinor),
            OrderVisitor.Staff(job.ActorId),
            new StaffTerms(job.IsWaived, job.Reason, job.Words),
            CancellationToken.None));
        return answer switch
        {
            CancelAnswer.Cancelled => null,
            CancelAnswer.CostsMore => JobRefusal.CostsMore,
            _ => JobRefusal.Changed,
        };
    }
}
