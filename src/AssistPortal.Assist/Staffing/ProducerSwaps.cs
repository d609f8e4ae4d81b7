using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Staffing.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>
/// Gives live events and sessions of one producer to others: all of them in one transaction, or none. The key of
/// <see cref="ProducerSlot"/> refuses whoever has been reserved meanwhile.
/// </summary>
public sealed class ProducerSwaps
{
    /// <summary>The reason that the audit trail keeps where somebody was away.</summary>
    public const string ForCover = "cover";

    /// <summary>The same where somebody has declined.</summary>
    public const string ForDeclined = "declined";

    private readonly PortalDbContext db;
    private readonly Cached<Roster> roster;
    private readonly OrderConsequences consequences;
    private readonly CoverCheck cover;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal ProducerSwaps(
        PortalDbContext db,
        Cached<Roster> roster,
        OrderConsequences consequences,
        CoverCheck cover,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.roster = roster;
        this.consequences = consequences;
        this.cover = cover;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>Applies the swaps. Commits by itself.</summary>
    /// <param name="swaps">What goes to whom.</param>
    /// <param name="formerId">The producer who has it all now.</param>
    /// <param name="timeOff">Time off to be noted of that producer; null for none.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    /// <param name="words">What is said to the customers with it; null for nothing.</param>
    /// <param name="cancellationToken">Nothing has changed then.</param>
    public Task<SwapAnswer> ApplyAsync(
        IReadOnlyList<ProducerSwap> swaps,
        int formerId,
        TimeOffDetails? timeOff,
        Guid actorId,
        string? reason,
        string? words,
        CancellationToken cancellationToken) =>
        ApplyWhileAsync(stands: null, swaps, formerId, timeOff, actorId, reason, words, cancellationToken);

    /// <inheritdoc cref="ApplyAsync" />
    /// <param name="stands">
    /// Whether what it follows from still stands: asked when the reservations are held, so that nobody else can change
    /// it. Null where it follows from nothing.
    /// </param>
    internal async Task<SwapAnswer> ApplyWhileAsync(
        Func<CancellationToken, Task<bool>>? stands,
        IReadOnlyList<ProducerSwap> swaps,
        int formerId,
        TimeOffDetails? timeOff,
        Guid actorId,
        string? reason,
        string? words,
        CancellationToken cancellationToken)
    {
        var known = await roster.GetAsync(cancellationToken);
        var answer = await db.TakeKeysAsync<SwapAnswer>(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();
                var handovers = new List<Handover>();
                var refused = await ReserveAsync(swaps, formerId, known, handovers, now, cancellationToken);
                if (refused is not null || (stands is not null && !await stands(cancellationToken)))
                {
                    return (Commit: false, refused ?? new SwapAnswer(AssignOutcome.Changed, []));
                }

                await db.SaveChangesAsync(cancellationToken);
                await consequences.ProducersChangedAsync(
                    handovers, actorId, reason, words, now, cancellationToken);
                if (timeOff is not null)
                {
                    await NoteAsync(timeOff, formerId, actorId, now, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, new SwapAnswer(AssignOutcome.Assigned, []));
            },
            async (refusal, cancellationToken) => refusal is DbUpdateConcurrencyException
                ? new SwapAnswer(AssignOutcome.Changed, [])
                : await TakenAsync(swaps, formerId, cancellationToken) is { Count: > 0 } taken
                    ? new SwapAnswer(AssignOutcome.Taken, taken)
                    : null,
            cancellationToken);
        outboxSignal.Notify();
        return answer;
    }

    /// <summary>The reservations go over; null when all could.</summary>
    private async Task<SwapAnswer?> ReserveAsync(
        IReadOnlyList<ProducerSwap> swaps,
        int formerId,
        Roster known,
        List<Handover> handovers,
        Instant now,
        CancellationToken cancellationToken)
    {
        // The reservations first, as every move does: two that work on one order wait for each other, and never both
        // ways.
        var former = await FormerAsync(swaps, formerId, cancellationToken);
        var ids = former.Values.Select(item => item.Id).ToList();
        if (former.Count != swaps.Count
            || await db.Set<Reservation>()
                .Where(item => ids.Contains(item.Id))
                .ExecuteDeleteAsync(cancellationToken) != ids.Count)
        {
            return new SwapAnswer(AssignOutcome.Changed, [.. swaps.Where(swap => !former.ContainsKey(swap))]);
        }

        foreach (var swap in swaps)
        {
            var order = await db.Set<Order>().SingleAsync(item => item.Id == swap.Key.OrderId, cancellationToken);
            var session = swap.Key.SessionId is { } sessionId
                ? await db.Set<OrderSession>().SingleAsync(item => item.Id == sessionId, cancellationToken)
                : null;
            if (order.PhaseAt(now) != OrderPhase.Coming
                || swap.Version != (session?.Version ?? order.Version)
                || session?.CanChangeAt(now) == false)
            {
                return new SwapAnswer(AssignOutcome.Changed, [swap]);
            }

            var reserved = former[swap].Time;
            if (swap.ProducerId == formerId || !known.CanWork(swap.ProducerId, order.PackageId, reserved))
            {
                return new SwapAnswer(AssignOutcome.NotAble, [swap]);
            }

            if (session is null)
            {
                await db.ReserveAsync(
                    Reservation.ForOrder(swap.ProducerId, reserved, order.Id), now, cancellationToken);
                order.Assign(swap.ProducerId, now);
            }
            else
            {
                await db.ReserveAsync(
                    Reservation.ForSession(swap.ProducerId, reserved, session.Id), now, cancellationToken);
                session.Move(swap.ProducerId, session.Start, session.DurationMinutes, now);
            }

            handovers.Add(new Handover(order, session, formerId));
        }

        return null;
    }

    private async Task NoteAsync(
        TimeOffDetails timeOff, int producerId, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var producer = await db.Set<Producer>().WithParts()
            .SingleAsync(item => item.Id == producerId, cancellationToken);
        var before = ProducerSnapshot.Of(producer);
        new ProducerChange.AddTimeOff(timeOff).Apply(producer);
        if (db.Audit(
            new ProducerChanged(producerId, Change.Between(before, ProducerSnapshot.Of(producer))), actorId, now))
        {
            db.Touch(producer);
            await cover.CheckAsync(producer, cancellationToken);
        }
    }

    private async Task<Dictionary<ProducerSwap, FormerTime>> FormerAsync(
        IReadOnlyList<ProducerSwap> swaps, int formerId, CancellationToken cancellationToken)
    {
        var orderIds = swaps.Where(swap => swap.Key.SessionId is null).Select(swap => (Guid?)swap.Key.OrderId).ToList();
        var sessionIds = swaps
            .Where(swap => swap.Key.SessionId is not null)
            .Select(swap => swap.Key.SessionId)
            .ToList();
        var found = await db.Set<Reservation>()
            .Where(item => item.ProducerId == formerId && item.HoldUntil == null
                && (orderIds.Contains(item.OrderId) || sessionIds.Contains(item.SessionId)))
            .Select(item => new { item.Id, item.OrderId, item.SessionId, item.Start, item.End })
            .ToListAsync(cancellationToken);
        return swaps
            .Select(swap => (Swap: swap, Item: found.Find(item =>
                swap.Key.SessionId is null ? item.OrderId == swap.Key.OrderId : item.SessionId == swap.Key.SessionId)))
            .Where(pair => pair.Item is not null)
            .ToDictionary(
                pair => pair.Swap, pair => new FormerTime(pair.Item!.Id, new Interval(pair.Item.Start, pair.Item.End)));
    }

    private async Task<IReadOnlyList<ProducerSwap>> TakenAsync(
        IReadOnlyList<ProducerSwap> swaps, int formerId, CancellationToken cancellationToken)
    {
        var taken = new List<ProducerSwap>();
        var own = db.Set<Reservation>().Where(item => item.ProducerId == formerId).Select(item => item.Id);
        foreach (var (swap, former) in await FormerAsync(swaps, formerId, cancellationToken))
        {
            if (await db.IsTakenAsync(swap.ProducerId, former.Time, own, cancellationToken))
            {
                taken.Add(swap);
            }
        }

        return taken;
    }

    private sealed record FormerTime(Guid Id, Interval Time);
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
