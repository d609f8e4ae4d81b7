using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Updates;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>Gives orders another date and time.</summary>
public sealed class OrderUpdates
{
    // Whoever comes back later than that begins anew.
    private static readonly Duration Kept = Duration.FromDays(1);

    private readonly PortalDbContext db;
    private readonly ReservationMoves moves;
    private readonly ReservationBook reservations;
    private readonly WaitersFirst waiters;
    private readonly OrderConsequences consequences;
    private readonly UnmetDemand demand;
    private readonly OutboxSignal outboxSignal;
    private readonly IOptions<BookingOptions> options;
    private readonly IClock clock;

    internal OrderUpdates(
        PortalDbContext db,
        ReservationMoves moves,
        ReservationBook reservations,
        WaitersFirst waiters,
        OrderConsequences consequences,
        UnmetDemand demand,
        OutboxSignal outboxSignal,
        IOptions<BookingOptions> options,
        IClock clock)
    {
        this.db = db;
        this.moves = moves;
        this.reservations = reservations;
        this.waiters = waiters;
        this.consequences = consequences;
        this.demand = demand;
        this.outboxSignal = outboxSignal;
        this.options = options;
        this.clock = clock;
    }

    /// <summary>When the order may start instead: from its own notice on, up to the horizon of ordering.</summary>
    public Interval Bookable(Order order)
    {
        var now = clock.GetCurrentInstant();
        var first = now + Duration.FromHours(order.UpdateNoticeHours);
        var end = BookingWindow.At(now, order.Time.LocalStart.Zone, options.Value).Starts.End;
        return new Interval(first, Instant.Max(first, end));
    }

    /// <summary>What the visitor has begun and not confirmed.</summary>
    public Task<OrderUpdate?> FindBegunAsync(Guid orderId, OrderVisitor visitor, CancellationToken cancellationToken) =>
        db.Set<OrderUpdate>()
            .Where(update => update.OrderId == orderId && update.VisitorId == visitor.Id && update.ConfirmedAt == null)
            .OrderByDescending(update => update.BegunAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The last time that the order was moved.</summary>
    public Task<OrderUpdate?> FindLastAsync(Guid orderId, CancellationToken cancellationToken) =>
        db.Set<OrderUpdate>().AsNoTracking()
            .Where(update => update.OrderId == orderId && update.ConfirmedAt != null)
            .OrderByDescending(update => update.Revision)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Checks the producers for a new start and holds one. The order stays as it is.</summary>
    /// <param name="order">The order as the visitor saw it.</param>
    /// <param name="start">The new start, within <see cref="Bookable"/>.</param>
    /// <param name="producerId">Who has to be free; null for whoever is.</param>
    /// <param name="visitor">Who begins.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<MoveAnswer> BeginAsync(
        Order order, Instant start, int? producerId, OrderVisitor visitor, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var forgotten = now - Kept;
        await db.Set<OrderUpdate>()
            .Where(update => update.OrderId == order.Id && update.ConfirmedAt == null && update.BegunAt < forgotten)
            .ExecuteDeleteAsync(cancellationToken);
        var begun = await FindBegunAsync(order.Id, visitor, cancellationToken);
        var update = begun ?? OrderUpdate.Begin(order, visitor.Id, start, now);
        await ServeWaitersAsync(order, start, cancellationToken);
        var answer = await moves.HoldAsync(
            order.Id, update.Id, WishOf(order, start), Bookable(order), producerId, cancellationToken);
        if (answer is MoveAnswer.Reserved)
        {
            update.BeginAgain(order, start, now);
            db.Update(update).State = begun is null ? EntityState.Added : EntityState.Modified;
            await db.SaveChangesAsync(cancellationToken);
        }

        await NoteUnmetAsync(answer, order, start);
        return answer;
    }

    /// <summary>Moves the order: reservation, order, audit trail and mails, all or nothing.</summary>
    /// <param name="order">The order.</param>
    /// <param name="update">What the visitor has begun.</param>
    /// <param name="confirmed">What the visitor has answered and seen.</param>
    /// <param name="visitor">Who confirms.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<MoveAnswer> ConfirmAsync(
        Order order,
        OrderUpdate update,
        ConfirmedUpdate confirmed,
        OrderVisitor visitor,
        CancellationToken cancellationToken)
    {
        await ServeWaitersAsync(order, update.Start, cancellationToken);
        var answer = await moves.MoveAsync(
            order.Id,
            update.Id,
            WishOf(order, update.Start),
            Bookable(order),
            confirmed.ProducerId,
            (producerId, cancellationToken) => WriteAsync(
                update.Id, producerId, confirmed, visitor, cancellationToken),
            cancellationToken);
        if (answer is MoveAnswer.Reserved)
        {
            outboxSignal.Notify();
        }

        await NoteUnmetAsync(answer, order, update.Start);
        return answer;
    }

    /// <summary>False when the order is not as the visitor saw it.</summary>
    private async Task<bool> WriteAsync(
        Guid updateId,
        int producerId,
        ConfirmedUpdate confirmed,
        OrderVisitor visitor,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var update = await db.Set<OrderUpdate>()
            .SingleOrDefaultAsync(item => item.Id == updateId && item.ConfirmedAt == null, cancellationToken);
        var order = update is null
            ? null
            : await db.Set<Order>().SingleOrDefaultAsync(item => item.Id == update.OrderId, cancellationToken);
        if (update is null
            || order is null
            || order.Version != update.OrderVersion
            || order.PhaseAt(now) != OrderPhase.Coming
            || order.CancellationTerms.At(now).Percent > confirmed.SeenPercent)
        {
            return false;
        }

        var (formerProducerId, formerLeast) = (order.ProducerId, order.LeastCancellationPercent);
        order.Move(update.Start, producerId, now, visitor.IsStaff);
        update.Confirm(order, formerProducerId, confirmed.Meeting, now);
        var record = OrderUpdated.By(
            update, Change.Between(formerLeast, order.LeastCancellationPercent), confirmed.Reason);
        await consequences.MovedAsync(order, update, record, visitor, confirmed.Words, now, cancellationToken);
        return true;
    }

    /// <summary>Drops what was begun and not confirmed, and frees the producer whom it holds.</summary>
    public async Task DropAsync(OrderUpdate update, CancellationToken cancellationToken)
    {
        await reservations.ReleaseAsync(update.Id, cancellationToken);
        await db.Set<OrderUpdate>()
            .Where(item => item.Id == update.Id && item.ConfirmedAt == null)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task NoteUnmetAsync(MoveAnswer answer, Order order, Instant start)
    {
        if (answer is MoveAnswer.Nobody nobody)
        {
            await demand.NoteAsync(WishOf(order, start), order.HostUserId ?? order.Id, nobody.Reason);
        }
    }

    /// <summary>An order that wants another time comes after those who have waited longer for it.</summary>
    private Task ServeWaitersAsync(Order order, Instant start, CancellationToken cancellationToken) =>
        waiters.ServeAsync(
            new Interval(start, start + Duration.FromMinutes(order.Time.DurationMinutes)),
            order.HostUserId,
            cancellationToken);

    /// <summary>The order's event at another start.</summary>
    public static EventWish WishOf(Order order, Instant start) =>
        new(order.PackageId, start, order.Time.DurationMinutes, order.Time.TimeZone, order.Event.Language);
}
