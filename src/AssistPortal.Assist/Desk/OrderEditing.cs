using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>
/// Changes what the customer gave of an order: reservation, order, audit trail and mail, all or nothing. From the start
/// of the event on only who is written to.
/// </summary>
public sealed class OrderEditing
{
    private readonly PortalDbContext db;
    private readonly Cached<Catalogue> catalogue;
    private readonly OrderReader orders;
    private readonly ReservationMoves reservations;
    private readonly OrderConsequences consequences;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal OrderEditing(
        PortalDbContext db,
        Cached<Catalogue> catalogue,
        OrderReader orders,
        ReservationMoves reservations,
        OrderConsequences consequences,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.catalogue = catalogue;
        this.orders = orders;
        this.reservations = reservations;
        this.consequences = consequences;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>Tells what an edit would make of an order. Nothing is changed.</summary>
    /// <param name="order">The order with fee lines and wishes, as it is.</param>
    /// <param name="edit">What it is to be; from the start of its event on, contact and report matter.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<EditForecast> ForecastAsync(Order order, OrderEdit edit, CancellationToken cancellationToken)
    {
        var package = (await catalogue.GetAsync(cancellationToken)).Package(edit.PackageId);
        var (fee, _) = OrderTariff.PriceOf(order, edit, package);
        var answer = IsOtherTime(order, edit)
            ? await reservations.ChooseAsync(
                order.Id, WishOf(order, edit), edit.PackageId == order.PackageId, cancellationToken)
            : new MoveAnswer.Reserved(order.ProducerId);
        var producerId = answer is MoveAnswer.Reserved reserved ? reserved.ProducerId : order.ProducerId;
        return new EditForecast(
            OrderSnapshot.Of(order),
            OrderSnapshot.Of(edit, new Money(fee.TotalMinor, fee.Currency), producerId),
            fee,
            (answer as MoveAnswer.Nobody)?.Reason);
    }

    /// <summary>Changes the order, where it comes to what the coordinator saw.</summary>
    /// <param name="order">The order as it is.</param>
    /// <param name="seen">What the coordinator saw.</param>
    /// <param name="edit">What the order is to be.</param>
    /// <param name="words">What is said to the customer with it; null for nothing.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<OrderEditOutcome> SaveAsync(
        Order order,
        SeenEdit seen,
        OrderEdit edit,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        if (order.Version != seen.Version)
        {
            return OrderEditOutcome.ChangedMeanwhile;
        }

        var forecast = await ForecastAsync(order, edit, cancellationToken);
        if (forecast.Nobody is not null)
        {
            return OrderEditOutcome.NobodyFree;
        }

        if (!seen.AgreesTo(forecast))
        {
            return OrderEditOutcome.Differs;
        }

        var producerId = forecast.After.ProducerId;
        var answer = IsOtherTime(order, edit)
            ? await reservations.ResizeAsync(order.Id, WishOf(order, edit), producerId, WriteAsync, cancellationToken)
                switch
                {
                    ReservationAttemptOutcome.Reserved => OrderEditOutcome.Saved,
                    ReservationAttemptOutcome.Taken => OrderEditOutcome.Differs,
                    _ => OrderEditOutcome.ChangedMeanwhile,
                }
            : await db.DeskActAsync(
                async cancellationToken => await WriteAsync(cancellationToken)
                    ? DeskOutcome.Done
                    : DeskOutcome.ChangedMeanwhile,
                cancellationToken) == DeskOutcome.Done
                    ? OrderEditOutcome.Saved
                    : OrderEditOutcome.ChangedMeanwhile;
        outboxSignal.Notify();
        return answer;

        Task<bool> WriteAsync(CancellationToken cancellationToken) =>
            this.WriteAsync(seen, edit, producerId, words, actorId, cancellationToken);
    }

    /// <summary>False when the order is not as the coordinator saw it.</summary>
    private async Task<bool> WriteAsync(
        SeenEdit seen,
        OrderEdit edit,
        int producerId,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var order = await db.Set<Order>().SingleAsync(item => item.Id == seen.OrderId, cancellationToken);
        var isWhole = order.PhaseAt(now) == OrderPhase.Coming;
        if (order.Version != seen.Version || (!isWhole && IsMoreThanContact(order, edit)))
        {
            return false;
        }

        var former = await orders.OfAsync(order, cancellationToken);
        var (before, sequence) = (OrderSnapshot.Of(order), order.CalendarSequence);
        if (isWhole)
        {
            order.Edit(edit, (await catalogue.GetAsync(cancellationToken)).Package(edit.PackageId), producerId, now);
        }
        else
        {
            order.Correct(edit.Contact, edit.ReportEmail);
        }

        // The order first: of two at once the second is told by its version, not by a key of the thread or the mails.
        db.Touch(order);
        await db.SaveChangesAsync(cancellationToken);
        var edited = new EditedOrder(
            await orders.OfAsync(order, cancellationToken) with { Words = words },
            before,
            former.Package,
            former.Producer,
            sequence);
        await consequences.EditedAsync(edited, actorId, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static bool IsOtherTime(Order order, OrderEdit edit) =>
        (edit.PackageId, edit.DurationMinutes) != (order.PackageId, order.Time.DurationMinutes);

    private static bool IsMoreThanContact(Order order, OrderEdit edit) =>
        edit.Event != order.Event || !edit.CostsAsMuchAs(OrderEdit.Of(order));

    private static EventWish WishOf(Order order, OrderEdit edit) => new(
        edit.PackageId, order.Time.Start, edit.DurationMinutes, order.Time.TimeZone, edit.Event.Language);
}
