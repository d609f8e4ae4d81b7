using System.Data.Common;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>
/// Gives live events and sessions of one producer to others: all of them in one transaction, or none. The key of
/// <see cref="ProducerSlot"/> refuses whoever has been reserved meanwhile.
/// </summary>
public sealed class ProducerSwaps
{
    /// <summary>The reason that the audit trail keeps where somebody was away.</summary>
    public const string ForCover = "cover";

    private readonly PortalDbContext db;
    private readonly Kept<Roster> roster;
    private readonly WholeOrders orders;
    private readonly SwapWriter writer;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal ProducerSwaps(
        PortalDbContext db,
        Kept<Roster> roster,
        WholeOrders orders,
        SwapWriter writer,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.roster = roster;
        this.orders = orders;
        this.writer = writer;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>Applies the swaps. Commits by itself.</summary>
    /// <param name="swaps">What goes to whom.</param>
    /// <param name="formerId">The producer who has it all now.</param>
    /// <param name="timeOff">Time off to be noted of that producer; null for none.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    /// <param name="cancellationToken">Nothing has changed then.</param>
    public async Task<SwapAnswer> ApplyAsync(
        IReadOnlyList<ProducerSwap> swaps, int formerId, TimeOffDetails? timeOff, Guid actorId, string? reason, CancellationToken cancellationToken)
    {
        var known = await roster.GetAsync(cancellationToken);
        try
        {
            var answer = await db.InTransactionAsync(
                async again =>
                {
                    var answer = await WriteAsync(swaps, formerId, known, again);
                    if (answer.Outcome == AssignOutcome.Assigned)
                    {
                        await writer.WriteAsync(swaps, formerId, timeOff, actorId, reason, again);
                    }

                    return (Commit: answer.Outcome == AssignOutcome.Assigned, answer);
                },
                cancellationToken);
            outboxSignal.Notify();
            return answer;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new SwapAnswer(AssignOutcome.Changed, []);
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException)
        {
            // Databases tell a taken key each in its own way; what stands in the table is the same on all of them.
            db.ChangeTracker.Clear();
            var taken = await TakenAsync(swaps, formerId, cancellationToken);
            if (taken.Count == 0)
            {
                throw;
            }

            return new SwapAnswer(AssignOutcome.Taken, taken);
        }
    }

    private async Task<SwapAnswer> WriteAsync(
        IReadOnlyList<ProducerSwap> swaps, int formerId, Roster known, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();

        // The reservations first, as every move does: two that work on one order wait for each other, and never both ways.
        var former = await FormerAsync(swaps, formerId, cancellationToken);
        var ids = former.Values.Select(item => item.Id).ToList();
        if (former.Count != swaps.Count
            || await db.Set<Reservation>().Where(item => ids.Contains(item.Id)).ExecuteDeleteAsync(cancellationToken) != ids.Count)
        {
            return new SwapAnswer(AssignOutcome.Changed, [.. swaps.Where(swap => !former.ContainsKey(swap))]);
        }

        foreach (var swap in swaps)
        {
            var order = await orders.Complete.SingleAsync(item => item.Id == swap.Key.OrderId, cancellationToken);
            var session = swap.Key.SessionId is { } sessionId
                ? await db.Set<OrderSession>().SingleAsync(item => item.Id == sessionId, cancellationToken)
                : null;
            if (order.PhaseAt(now) != OrderPhase.Coming
                || swap.Version != (session?.Version ?? order.Version)
                || session?.CanChangeAt(now) == false)
            {
                return new SwapAnswer(AssignOutcome.Changed, [swap]);
            }

            var reserved = new Interval(former[swap].Start, former[swap].End);
            if (swap.ProducerId == formerId
                || !known.CanWork(swap.ProducerId, order.PackageId, reserved))
            {
                return new SwapAnswer(AssignOutcome.NotAble, [swap]);
            }

            await db.ReserveAsync(
                swap.Key.SessionId is { } id
                    ? Reservation.ForSession(swap.ProducerId, reserved, id)
                    : Reservation.ForOrder(swap.ProducerId, reserved, swap.Key.OrderId),
                now,
                cancellationToken);
            if (session is null)
            {
                order.Assign(swap.ProducerId, now);
            }
            else
            {
                session.Move(swap.ProducerId, session.Start, session.DurationMinutes, now);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SwapAnswer(AssignOutcome.Assigned, []);
    }

    private async Task<Dictionary<ProducerSwap, FormerTime>> FormerAsync(
        IReadOnlyList<ProducerSwap> swaps, int formerId, CancellationToken cancellationToken)
    {
        var orderIds = swaps.Where(swap => swap.Key.SessionId is null).Select(swap => (Guid?)swap.Key.OrderId).ToList();
        var sessionIds = swaps.Where(swap => swap.Key.SessionId is not null).Select(swap => swap.Key.SessionId).ToList();
        var found = await db.Set<Reservation>()
            .Where(item => item.ProducerId == formerId && item.HoldUntil == null
                && (orderIds.Contains(item.OrderId) || sessionIds.Contains(item.SessionId)))
            .Select(item => new { item.Id, item.OrderId, item.SessionId, item.Start, item.End })
            .ToListAsync(cancellationToken);
        return swaps
            .Select(swap => (Swap: swap, Item: found.Find(item =>
                swap.Key.SessionId is null ? item.OrderId == swap.Key.OrderId : item.SessionId == swap.Key.SessionId)))
            .Where(pair => pair.Item is not null)
            .ToDictionary(pair => pair.Swap, pair => new FormerTime(pair.Item!.Id, pair.Item.Start, pair.Item.End));
    }

    private async Task<IReadOnlyList<ProducerSwap>> TakenAsync(
        IReadOnlyList<ProducerSwap> swaps, int formerId, CancellationToken cancellationToken)
    {
        var taken = new List<ProducerSwap>();
        foreach (var (swap, time) in await FormerAsync(swaps, formerId, cancellationToken))
        {
            if (await db.Set<ProducerSlot>().AnyAsync(
                slot => slot.ProducerId == swap.ProducerId && slot.SlotStart >= time.Start && slot.SlotStart < time.End,
                cancellationToken))
            {
                taken.Add(swap);
            }
        }

        return taken;
    }

    private sealed record FormerTime(Guid Id, Instant Start, Instant End);
}

/// <summary>A live event or session that goes to another producer.</summary>
/// <param name="Key">What it is.</param>
/// <param name="ProducerId">The producer who takes over.</param>
/// <param name="Version">Version of the session, or of the order for its live event, as it was shown.</param>
public sealed record ProducerSwap(AssignedKey Key, int ProducerId, int Version);

/// <summary>What became of swaps.</summary>
/// <param name="Outcome">Whether all were applied, or why none was.</param>
/// <param name="Refused">Those that could not be.</param>
public sealed record SwapAnswer(AssignOutcome Outcome, IReadOnlyList<ProducerSwap> Refused);
