using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Messages;

/// <summary>Who gets which mail when something happens to an order. Saving is left to the caller.</summary>
internal sealed class OrderMails(
    PortalDbContext db,
    Outbox outbox,
    ProducerMails producers,
    CoordinatorMails coordinators,
    OrderPlacedMail placed,
    OrderUpdatedMail updated,
    OrderCancelledMail cancelled,
    MeetingChangedMail meetingChanged,
    OrderReminderMail reminder,
    AccessLinkMail access,
    ProducerChangedMail producerChanged)
{
    public async Task PlacedAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        outbox.Write(placed.For(whole));
        await producers.PlacedAsync(whole, cancellationToken);
        if (whole.Order.Event.Language != AssistLanguages.English)
        {
            await coordinators.AlertAsync(whole, CoordinatorAlert.Language, cancellationToken);
        }
    }

    public async Task UpdatedAsync(OrderWithRelations whole, OrderUpdate update, CancellationToken cancellationToken)
    {
        outbox.Write(updated.For(whole, update, await ThreadAsync(whole, cancellationToken)));
        await producers.UpdatedAsync(whole, update, cancellationToken);
    }

    public async Task CancelledAsync(
        OrderWithRelations whole, CancellationQuote quote, CancellationToken cancellationToken)
    {
        outbox.Write(cancelled.For(whole, quote, await ThreadAsync(whole, cancellationToken)));
        await producers.CancelledAsync(whole, cancellationToken);
    }

    /// <summary>Another producer has the order, at the same time: customer, former and new producer are told.</summary>
    public async Task ProducerChangedAsync(
        OrderWithRelations whole, int formerProducerId, CancellationToken cancellationToken)
    {
        outbox.Write(producerChanged.For(whole, await ThreadAsync(whole, cancellationToken)));
        await producers.ProducerChangedAsync(whole, formerProducerId, cancellationToken);
    }

    public async Task MeetingChangedAsync(
        OrderWithRelations whole, OrderUpdate update, CancellationToken cancellationToken)
    {
        outbox.Write(meetingChanged.For(whole, update, await ThreadAsync(whole, cancellationToken)));
        if (update.Meeting == MeetingFollowUp.Failed)
        {
            await coordinators.AlertAsync(whole, CoordinatorAlert.Meeting, cancellationToken);
        }
    }

    public async Task ReminderAsync(OrderWithRelations whole, CancellationToken cancellationToken) =>
        outbox.Write(reminder.For(whole, await ThreadAsync(whole, cancellationToken)));

    /// <summary>A new link to the order, with which the former ones end.</summary>
    public async Task AccessLinkAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var orderId = whole.Order.Id.ToString();
        var cause = AccessLinkMail.Cause;
        var count = await db.Set<OutboxMail>()
            .CountAsync(mail => mail.SubjectId == orderId && mail.Cause == cause, cancellationToken);
        outbox.Write(access.For(whole, count, await ThreadAsync(whole, cancellationToken)));
    }

    private Task<string?> ThreadAsync(OrderWithRelations whole, CancellationToken cancellationToken) =>
        outbox.FindThreadAsync(whole.Order.Id.ToString(), whole.Order.Contact.Email, cancellationToken);
}
