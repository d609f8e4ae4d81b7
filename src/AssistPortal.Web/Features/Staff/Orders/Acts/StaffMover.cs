using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Updates;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>
/// Moves an order in one go, without the steps that customers take, and the meeting on its site where that is wanted.
/// </summary>
public sealed class StaffMover(OrderUpdates updates, MeetingRescheduler meetings)
{
    /// <param name="order">The order as the coordinator saw it.</param>
    /// <param name="move">What is to become of it.</param>
    /// <param name="userId">The coordinator.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<MoveAnswer> MoveAsync(
        Order order, StaffMove move, Guid userId, CancellationToken cancellationToken)
    {
        var visitor = OrderVisitor.Staff(userId);
        var begun = await updates.BeginAsync(order, move.Start, move.ProducerId, visitor, cancellationToken);
        if (begun is not MoveAnswer.Reserved)
        {
            return begun;
        }

        if (await updates.FindBegunAsync(order.Id, visitor, cancellationToken) is not { } update)
        {
            return new MoveAnswer.Gone();
        }

        var confirmed = new ConfirmedUpdate(
            move.Meeting, Reason: move.Reason, Words: move.Words, ProducerId: move.ProducerId);
        var answer = await updates.ConfirmAsync(order, update, confirmed, visitor, cancellationToken);
        if (answer is not MoveAnswer.Reserved)
        {
            // Nobody comes back for it, so it would hold its producer until it runs out.
            await updates.DropAsync(update, CancellationToken.None);
        }
        else if (move.Meeting == MeetingFollowUp.Pending)
        {
            await meetings.RunAsync(update.Id);
        }

        return answer;
    }
}
