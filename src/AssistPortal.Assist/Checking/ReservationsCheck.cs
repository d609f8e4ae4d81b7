using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Checking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Checking;

/// <summary>
/// Orders and reservations. It goes from producer to producer, so memory is bounded by what one of them has.
/// </summary>
internal sealed class ReservationsCheck(PortalDbContext db) : IDatabaseCheck
{
    public async Task CheckAsync(CheckReport report, CheckScope scope, CancellationToken cancellationToken)
    {
        var packages = await db.Set<ServicePackage>()
            .Select(package => new CheckedPackage(package.Id, package.LeadMinutes, package.TrailMinutes))
            .ToDictionaryAsync(package => package.Id, cancellationToken);
        var reservations = new ReservationCheck(report, scope.Now);
        var orders = new OrderCheck(report, packages);
        var mails = new MailCheck(db, report, scope.MailsFrom);
        foreach (var producer in await ProducersAsync(cancellationToken))
        {
            var reserved = await ReservationsAsync(producer, cancellationToken);
            var ordered = await OrdersAsync(producer, cancellationToken);
            reservations.Check(producer, reserved, await SlotsAsync(producer, cancellationToken));
            orders.Check(reserved, ordered);
            await mails.CheckAsync(ordered, cancellationToken);
            report.Count("producers", 1);
        }

        await mails.CheckTotalAsync(cancellationToken);
        await FindPlacedDraftsAsync(report, cancellationToken);
        await new OfferCheck(db, report, scope.Now).CheckAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<int>> ProducersAsync(CancellationToken cancellationToken)
    {
        // Also ids that no producer has: a broken database may name them.
        var ids = await db.Set<Reservation>().Select(item => item.ProducerId).Distinct().ToListAsync(cancellationToken);
        ids.AddRange(
            await db.Set<ProducerSlot>().Select(item => item.ProducerId).Distinct().ToListAsync(cancellationToken));
        ids.AddRange(await db.Set<Order>().Select(item => item.ProducerId).Distinct().ToListAsync(cancellationToken));
        return [.. ids.Distinct().Order()];
    }

    private Task<List<CheckedReservation>> ReservationsAsync(int producer, CancellationToken cancellationToken) =>
        db.Set<Reservation>()
            .Where(item => item.ProducerId == producer)
            .OrderBy(item => item.Start)
            .Select(item => new CheckedReservation(
                item.Id,
                item.Start,
                item.End,
                item.StartQuarter,
                item.EndQuarter,
                item.HoldUntil,
                item.DraftId,
                item.OrderId,
                item.SessionId != null))
            .ToListAsync(cancellationToken);

    private Task<List<CheckedSlot>> SlotsAsync(int producer, CancellationToken cancellationToken) =>
        db.Set<ProducerSlot>()
            .Where(slot => slot.ProducerId == producer)
            .OrderBy(slot => slot.SlotStart)
            .Select(slot => new CheckedSlot(slot.ReservationId, slot.SlotStart))
            .ToListAsync(cancellationToken);

    private Task<List<CheckedOrder>> OrdersAsync(int producer, CancellationToken cancellationToken) =>
        db.Set<Order>()
            .Where(order => order.ProducerId == producer)
            .Select(order => new CheckedOrder(
                order.Id, order.State, order.PackageId, order.Time.Start, order.Time.DurationMinutes, order.PlacedAt))
            .ToListAsync(cancellationToken);

    private async Task FindPlacedDraftsAsync(CheckReport report, CancellationToken cancellationToken)
    {
        var left = await db.Set<OrderDraft>()
            .Where(draft => db.Set<Order>().Any(order => order.DraftId == draft.Id))
            .Select(draft => draft.Id)
            .ToListAsync(cancellationToken);
        foreach (var draft in left)
        {
            report.Add(OrderFinding.DraftOfPlacedOrder, $"draft {draft}");
        }
    }
}

internal sealed record CheckedPackage(int Id, int LeadMinutes, int TrailMinutes);

internal sealed record CheckedSlot(Guid ReservationId, Instant Start);

internal sealed record CheckedReservation(
    Guid Id,
    Instant Start,
    Instant End,
    int StartQuarter,
    int EndQuarter,
    Instant? HoldUntil,
    Guid? DraftId,
    Guid? OrderId,
    bool IsOfSession);

internal sealed record CheckedOrder(
    Guid Id, OrderState State, int PackageId, Instant Start, int DurationMinutes, Instant PlacedAt);
