using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Reminders;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Consequences;

/// <summary>
/// What follows an act on an order, in the act's transaction: reminders, what needs attention, cover, invoice, mails,
/// and the entry in the audit trail. The act has changed the order and saves what is added here.
/// </summary>
internal sealed partial class OrderConsequences(
    PortalDbContext db,
    OrderReader orders,
    OrderReminders reminders,
    OrderAttentions attentions,
    CoverCheck cover,
    Invoices invoices,
    OrderMails mails,
    DeskMails deskMails,
    CorrespondenceMails letters,
    EditMails edits,
    CoordinatorWords said,
    SessionConsequences sessions)
{
    /// <summary>A host has placed an order, or a coordinator for a customer.</summary>
    public async Task PlacedAsync(Order order, OrderPlaced record, Instant now, CancellationToken cancellationToken)
    {
        reminders.Plan(order, now);
        db.Audit(record, order.OrderedById, now);
        var whole = await orders.OfAsync(order, cancellationToken);
        attentions.Plan(order, whole.Package, now);
        await mails.PlacedAsync(whole, cancellationToken);
    }

    /// <summary>An order has another date and time.</summary>
    public async Task MovedAsync(
        Order order,
        OrderUpdate update,
        OrderUpdated record,
        OrderVisitor visitor,
        string? words,
        Instant now,
        CancellationToken cancellationToken)
    {
        await reminders.MoveAsync(order, now, cancellationToken);
        db.Audit(record, visitor.Actor, now);
        if (update.HasOtherProducer)
        {
            await attentions.CheckLanguageAsync(order, now, cancellationToken);
            await NoteAssignedAsync([order.ProducerId], now, cancellationToken);
        }

        // The new reservation has to stand in the table before cover is looked for.
        await db.SaveChangesAsync(cancellationToken);
        var whole = await orders.OfAsync(order, cancellationToken) with { Words = words };
        await attentions.MoveAsync(whole, now, cancellationToken);
        await cover.CheckOrdersAsync([order.Id], cancellationToken);
        await said.NoteAsync(whole, visitor.Id, now, cancellationToken);
        await mails.UpdatedAsync(whole, update, cancellationToken);
    }

    /// <summary>
    /// The portal has changed the meeting of a moved order on its site, or could not: nobody's act but its own.
    /// </summary>
    public async Task MeetingChangedAsync(
        OrderWithRelations whole,
        OrderUpdate update,
        DirectoryException? failure,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (failure is null)
        {
            await attentions.SettleAsync(whole.Order.Id, AttentionReason.MeetingChange, cancellationToken);
            var change = Change.Between(update.FormerStart, update.Start);
            db.Audit(new OrderMeetingChanged(update.OrderId, change), AuditActor.Portal, now);
        }
        else
        {
            await attentions.RaiseAsync(whole.Order.Id, AttentionReason.MeetingChange, now, cancellationToken);
            db.Audit(
                new OrderMeetingNotChanged(update.OrderId, update.FormerStart, failure.Fault), AuditActor.Portal, now);
        }

        await mails.MeetingChangedAsync(whole, update, cancellationToken);
    }

    /// <summary>An order is cancelled; its coming sessions end with it.</summary>
    public async Task CancelledAsync(
        Order order,
        CancellationQuote quote,
        OrderVisitor visitor,
        string? reason,
        string? words,
        Instant now,
        CancellationToken cancellationToken)
    {
        await EndAsync(order, cancellationToken);
        var record = new OrderCancelled(
            order.Id, order.Time.Start, order.ProducerId, quote.Amount, quote.Percent, reason);
        db.Audit(record, visitor.Actor, now);
        var whole = await orders.OfAsync(order, cancellationToken);
        var told = whole with { Words = words };
        await said.NoteAsync(told, visitor.Id, now, cancellationToken);
        await mails.CancelledAsync(told, quote, cancellationToken);
        await sessions.EndAsync(whole, now, cancellationToken);
        await invoices.IssueForCancellationAsync(order, quote, now, cancellationToken);
    }

    /// <summary>An order is completed, with what a coordinator adds to its invoice.</summary>
    public async Task CompletedAsync(
        Order order,
        IReadOnlyList<FurtherLine> further,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        await EndAsync(order, cancellationToken);
        await invoices.IssueForCompletionAsync(order, further, actorId, now, cancellationToken);
    }

    /// <summary>How the event went is noted, on completion or later.</summary>
    public async Task ReportedAsync(
        Order order,
        PostEventReport report,
        OrderRecord record,
        Guid actorId,
        string? words,
        Instant now,
        CancellationToken cancellationToken)
    {
        db.Audit(record, actorId, now);
        var whole = await orders.OfAsync(order, cancellationToken) with { Words = words };
        await said.NoteAsync(whole, actorId, now, cancellationToken);
        await deskMails.ReportAsync(whole, report, cancellationToken);
    }

    /// <summary>A customer has written to the coordinators.</summary>
    public async Task MessageReceivedAsync(
        OrderWithRelations whole,
        OrderMessage message,
        OrderVisitor visitor,
        Instant now,
        CancellationToken cancellationToken)
    {
        db.Audit(new OrderMessageReceived(whole.Order.Id, message.Position), visitor.Actor, now);
        await attentions.RaiseAsync(whole.Order.Id, AttentionReason.Unanswered, now, cancellationToken);
        await letters.ToCoordinatorsAsync(whole, message, cancellationToken);
    }

    /// <summary>A coordinator writes to the customer, who waits for an answer no more.</summary>
    /// <returns>False where that is there already.</returns>
    public async Task<bool> MessageSentAsync(
        OrderWithRelations whole, string text, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var message = await said.NoteAsync(whole with { Words = text }, actorId, now, cancellationToken);
        if (message is not null)
        {
            await letters.ToCustomerAsync(whole, message, cancellationToken);
        }

        return message is not null;
    }

    /// <summary>Live events and sessions have other producers, whose reservations are saved.</summary>
    public async Task ProducersChangedAsync(
        IReadOnlyList<Handover> handovers,
        Guid actorId,
        string? reason,
        string? words,
        Instant now,
        CancellationToken cancellationToken)
    {
        foreach (var handover in handovers)
        {
            db.Audit(handover.Record(reason), actorId, now);
        }

        await cover.CheckOrdersAsync(
            [.. handovers.Select(handover => handover.Order.Id).Distinct()], cancellationToken);
        await NoteAssignedAsync(
            [.. handovers.Select(handover => handover.ProducerId).Distinct()], now, cancellationToken);
        foreach (var handover in handovers)
        {
            // Each mail counts those that are saved.
            await db.SaveChangesAsync(cancellationToken);
            var whole = await orders.OfAsync(handover.Order, cancellationToken);
            if (handover.Session is { } session)
            {
                await sessions.TellMovedAsync(whole, session, handover.FormerTime(session), cancellationToken);
            }
            else
            {
                var told = whole with { Words = words };
                await attentions.CheckLanguageAsync(handover.Order, now, cancellationToken);
                await attentions.SettleAsync(handover.Order.Id, AttentionReason.Declined, cancellationToken);
                await said.NoteAsync(told, actorId, now, cancellationToken);
                await mails.ProducerChangedAsync(told, handover.FormerProducerId, cancellationToken);
            }
        }
    }

    /// <summary>Nothing of an order that has ended is due any more.</summary>
    private async Task EndAsync(Order order, CancellationToken cancellationToken)
    {
        await reminders.DropAsync(order.Id, cancellationToken);
        await attentions.DropAsync(order.Id, cancellationToken);
    }

    private Task<int> NoteAssignedAsync(
        IReadOnlyList<int> producerIds, Instant now, CancellationToken cancellationToken) =>
        db.Set<Producer>()
            .Where(producer => producerIds.Contains(producer.Id))
            .ExecuteUpdateAsync(
                change => change.SetProperty(producer => producer.LastAssignedAt, now), cancellationToken);
}
