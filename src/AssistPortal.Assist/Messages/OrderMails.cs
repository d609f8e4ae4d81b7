using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Messages;

/// <summary>Who gets which mail when something happens to an order. Saving is left to the caller.</summary>
public sealed class OrderMails(
    PortalDbContext db,
    Outbox outbox,
    OrderPlacedMail placed,
    OrderUpdatedMail updated,
    OrderCancelledMail cancelled,
    MeetingChangedMail meetingChanged,
    OrderReminderMail reminder,
    ProducerAssignedMail assigned,
    ProducerMovedMail moved,
    ProducerReleasedMail released)
{
    private const string DefaultLanguage = "en";

    public async Task PlacedAsync(WholeOrder whole, CancellationToken cancellationToken)
    {
        outbox.Write(placed.For(whole));
        var language = await LanguageAsync(whole.Producer, cancellationToken);
        outbox.Write(assigned.For(whole, new ProducerAddressee(whole.Producer, language, Thread: null)));
    }

    public async Task UpdatedAsync(WholeOrder whole, OrderUpdate update, CancellationToken cancellationToken)
    {
        outbox.Write(updated.For(whole, update, await ThreadAsync(whole, cancellationToken)));
        var addressee = await AddresseeAsync(whole, whole.Producer, cancellationToken);
        if (!update.HasOtherProducer)
        {
            outbox.Write(moved.For(whole, update.FormerStart, addressee));
            return;
        }

        var former = await db.Set<Producer>().AsNoTracking()
            .SingleAsync(producer => producer.Id == update.FormerProducerId, cancellationToken);
        outbox.Write(released.For(whole, update.FormerStart, await AddresseeAsync(whole, former, cancellationToken)));
        outbox.Write(assigned.For(whole, addressee));
    }

    public async Task CancelledAsync(WholeOrder whole, CancellationFee fee, CancellationToken cancellationToken)
    {
        outbox.Write(cancelled.For(whole, fee, await ThreadAsync(whole, cancellationToken)));
        outbox.Write(released.For(
            whole, whole.Order.Time.Start, await AddresseeAsync(whole, whole.Producer, cancellationToken)));
    }

    public async Task MeetingChangedAsync(WholeOrder whole, OrderUpdate update, CancellationToken cancellationToken) =>
        outbox.Write(meetingChanged.For(whole, update, await ThreadAsync(whole, cancellationToken)));

    public async Task ReminderAsync(WholeOrder whole, CancellationToken cancellationToken) =>
        outbox.Write(reminder.For(whole, await ThreadAsync(whole, cancellationToken)));

    private Task<string?> ThreadAsync(WholeOrder whole, CancellationToken cancellationToken) =>
        outbox.FindThreadAsync(whole.Order.Id.ToString(), whole.Order.Contact.Email, cancellationToken);

    private async Task<ProducerAddressee> AddresseeAsync(
        WholeOrder whole, Producer producer, CancellationToken cancellationToken) => new(
            producer,
            await LanguageAsync(producer, cancellationToken),
            await outbox.FindThreadAsync(whole.Order.Id.ToString(), producer.Email, cancellationToken));

    private async Task<string> LanguageAsync(Producer producer, CancellationToken cancellationToken)
    {
        var chosen = producer.UserId is not { } userId
            ? null
            : await db.Users.Where(user => user.Id == userId).Select(user => user.Language).FirstOrDefaultAsync(cancellationToken);
        return chosen ?? DefaultLanguage;
    }
}
