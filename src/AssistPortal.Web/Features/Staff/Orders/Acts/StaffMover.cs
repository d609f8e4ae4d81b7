using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Updates;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>
/// Moves an order in one go, without the steps that customers take, and the meeting on its site where that is wanted.
/// </summary>
public sealed class StaffMover(OrderUpdates updates, MeetingRescheduler meetings)
{
    /// <param name="order">The order as the coordinator saw it.</param>
    /// <param name="start">The new start.</param>
    /// <param name="meeting">What becomes of the meeting on the site.</param>
    /// <param name="userId">The coordinator.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    /// <param name="words">What is said to the customer with it; null for nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<MoveAnswer> MoveAsync(
        Order order,
        Instant start,
        MeetingFollowUp meeting,
        Guid userId,
        string? reason,
        string? words,
        CancellationToken cancellationToken)
    {
        var visitor = OrderVisitor.Staff(userId);
        var begun = await updates.BeginAsync(order, start, visitor, cancellationToken);
        if (begun is not MoveAnswer.Reserved)
        {
            return begun;
        }

        if (await updates.FindBegunAsync(order.Id, visitor, cancellationToken) is not { } update)
        {
            return new MoveAnswer.Gone();
        }

        var confirmed = new ConfirmedUpdate(meeting, Reason: reason, Words: words);
        var answer = await updates.ConfirmAsync(order, update, confirmed, visitor, cancellationToken);
        if (answer is not MoveAnswer.Reserved)
        {
            // Nobody comes back for it, so it would hold its producer until it runs out.
            await updates.DropAsync(update, CancellationToken.None);
        }
        else if (meeting == MeetingFollowUp.Pending)
        {
            await meetings.RunAsync(update.Id);
        }

        return answer;
    }
}
