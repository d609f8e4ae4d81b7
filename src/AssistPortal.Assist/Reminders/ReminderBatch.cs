using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Reminders;

/// <summary>
/// Mails the reminders that are due, also those that were due while no server ran. Any number of servers may do so at
/// once: each row goes in the transaction that writes its mail, so there is one mail.
/// </summary>
internal sealed class ReminderBatch(
    PortalDbContext db, OrderReader orders, OrderMails mails, OutboxSignal signal, IClock clock)
{
    private const int Size = 100;

    /// <returns>How many were due.</returns>
    public async Task<int> WriteDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await db.Set<OrderReminder>()
            .Where(reminder => reminder.DueAt <= now)
            .OrderBy(reminder => reminder.DueAt)
            .Select(reminder => reminder.OrderId)
            .Take(Size)
            .ToListAsync(cancellationToken);
        foreach (var orderId in due)
        {
            await db.InTransactionAsync(
                cancellationToken => WriteAsync(orderId, now, cancellationToken), cancellationToken);
        }

        if (due.Count > 0)
        {
            signal.Notify();
        }

        return due.Count;
    }

    private async Task WriteAsync(Guid orderId, Instant now, CancellationToken cancellationToken)
    {
        var taken = await db.Set<OrderReminder>()
            .Where(reminder => reminder.OrderId == orderId && reminder.DueAt <= now)
            .ExecuteDeleteAsync(cancellationToken);
        if (taken == 1
            && await orders.FindAsync(order => order.Id == orderId, cancellationToken) is { } whole
            && whole.Order.PhaseAt(now) == OrderPhase.Coming)
        {
            await mails.ReminderAsync(whole, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
