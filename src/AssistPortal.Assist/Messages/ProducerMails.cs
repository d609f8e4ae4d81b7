using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>What producers are told of their orders. Saving is left to the caller.</summary>
internal sealed class ProducerMails(
    PortalDbContext db,
    Outbox outbox,
    MailPeople people,
    ProducerAssignedMail assigned,
    ProducerMovedMail moved,
    ProducerReleasedMail released,
    ProducerEditedMail edit,
    SessionSwapMail sessionSwap,
    IClock clock)
{
    public async Task PlacedAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var person = await people.OfAsync(whole.Producer, cancellationToken);
        var digest = person.CollectUntil(clock.GetCurrentInstant(), whole.Order.Time.Start);
        outbox.Write(assigned.For(whole, new ProducerAddressee(whole.Producer, person.Language, Thread: null, digest)));
    }

    public async Task UpdatedAsync(OrderWithRelations whole, OrderUpdate update, CancellationToken cancellationToken)
    {
        Instant[] starts = [update.FormerStart, update.Start];
        var addressee = await AddresseeAsync(whole, whole.Producer, starts, cancellationToken);
        if (!update.HasOtherProducer)
        {
            outbox.Write(moved.For(whole, update.FormerStart, addressee));
            return;
        }

        var former = await FindAsync(update.FormerProducerId!.Value, cancellationToken);
        outbox.Write(released.For(
            whole, update.FormerStart, await AddresseeAsync(whole, former, starts, cancellationToken)));
        outbox.Write(assigned.For(whole, addressee));
    }

    /// <summary>Another producer has the order, at the same time.</summary>
    public async Task ProducerChangedAsync(
        OrderWithRelations whole, int formerProducerId, CancellationToken cancellationToken)
    {
        var start = whole.Order.Time.Start;
        var former = await FindAsync(formerProducerId, cancellationToken);
        outbox.Write(released.For(whole, start, await AddresseeAsync(whole, former, [start], cancellationToken)));
        outbox.Write(assigned.For(whole, await AddresseeAsync(whole, whole.Producer, [start], cancellationToken)));
    }

    /// <summary>A coordinator has edited an order.</summary>
    public async Task EditedAsync(EditedOrder edited, int count, CancellationToken cancellationToken)
    {
        var whole = edited.Whole;
        if (edited.HasOtherProducer)
        {
            await ProducerChangedAsync(whole, edited.FormerProducer.Id, cancellationToken);
            return;
        }

        var told = edited.ForProducer();
        if (told.Before == told.After)
        {
            return;
        }

        var start = whole.Order.Time.Start;
        outbox.Write(
            edit.For(told, count, await AddresseeAsync(whole, whole.Producer, [start], cancellationToken)));
    }

    /// <summary>Another producer has a session.</summary>
    /// <param name="whole">The session's order, with the producer who now has the session.</param>
    /// <param name="session">The session.</param>
    /// <param name="former">Who had it, and when.</param>
    /// <param name="count">How many such mails about the order there were before.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    public async Task SessionProducerChangedAsync(
        OrderWithRelations whole,
        OrderSession session,
        SessionTime former,
        int count,
        CancellationToken cancellationToken)
    {
        Instant[] starts = [former.Start, session.Start];
        var formerAddressee = await AddresseeAsync(
            whole, await FindAsync(former.ProducerId, cancellationToken), starts, cancellationToken);
        outbox.Write(sessionSwap.ForReleased(whole, session, count, former.Time, formerAddressee));
        var addressee = await AddresseeAsync(whole, whole.Producer, [session.Start], cancellationToken);
        outbox.Write(sessionSwap.ForAssigned(whole, session, count, addressee));
    }

    public async Task CancelledAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var start = whole.Order.Time.Start;
        outbox.Write(
            released.For(whole, start, await AddresseeAsync(whole, whole.Producer, [start], cancellationToken)));
    }

    /// <summary>The producer of a session as a mail about it reaches them.</summary>
    /// <param name="whole">The session's order, with the session's producer.</param>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    internal Task<ProducerAddressee> OfSessionAsync(
        OrderWithRelations whole, OrderSession session, CancellationToken cancellationToken) =>
        AddresseeAsync(whole, whole.Producer, [session.Start], cancellationToken);

    /// <summary>The producer of several sessions, as a mail about them all reaches them.</summary>
    /// <param name="whole">The sessions' order.</param>
    /// <param name="producer">The producer.</param>
    /// <param name="changes">The sessions that the producer holds or held.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    internal Task<ProducerAddressee> OfSessionsAsync(
        OrderWithRelations whole,
        Producer producer,
        IReadOnlyList<SessionChange> changes,
        CancellationToken cancellationToken)
    {
        var starts = changes.SelectMany(change => change.Former is { } former
            ? new[] { change.Session.Start, former.Start }
            : [change.Session.Start]);
        return AddresseeAsync(whole, producer, [.. starts], cancellationToken);
    }

    private Task<Producer> FindAsync(int producerId, CancellationToken cancellationToken) =>
        db.Set<Producer>().AsNoTracking().SingleAsync(producer => producer.Id == producerId, cancellationToken);

    private async Task<ProducerAddressee> AddresseeAsync(
        OrderWithRelations whole, Producer producer, Instant[] starts, CancellationToken cancellationToken)
    {
        var orderId = whole.Order.Id.ToString();
        var person = await people.OfAsync(producer, cancellationToken);
        var digest = person.CollectUntil(clock.GetCurrentInstant(), starts);
        if (digest is null)
        {
            // What waits for a digest would else come after it, and undo it in the calendar.
            await outbox.ReleaseCollectedAsync(orderId, producer.Email, cancellationToken);
        }

        var thread = await outbox.FindThreadAsync(orderId, producer.Email, cancellationToken);
        return new ProducerAddressee(producer, person.Language, thread, digest);
    }
}
