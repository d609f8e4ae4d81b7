using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Reminders;

/// <summary>When orders are reminded of. Saving is left to the caller, in whose transaction all this happens.</summary>
internal sealed class OrderReminders(PortalDbContext db, IOptions<ReminderOptions> options)
{
    /// <summary>Plans the reminder of a new order; none where it would come at once.</summary>
    public void Plan(Order order, Instant now)
    {
        var hours = options.Value.ReminderHours;
        var due = order.Time.Start - Duration.FromHours(hours);
        if (hours > 0 && due > now)
        {
            db.Add(new OrderReminder { OrderId = order.Id, DueAt = due });
        }
    }

    /// <summary>Plans it anew for an order that has another time.</summary>
    public async Task MoveAsync(Order order, Instant now, CancellationToken cancellationToken)
    {
        await DropAsync(order.Id, cancellationToken);
        Plan(order, now);
    }

    /// <summary>There is nothing to remind of any more.</summary>
    public async Task DropAsync(Guid orderId, CancellationToken cancellationToken) =>
        await db.Set<OrderReminder>()
            .Where(reminder => reminder.OrderId == orderId)
            .ExecuteDeleteAsync(cancellationToken);
}
