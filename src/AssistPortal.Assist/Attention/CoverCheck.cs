using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Attention;

/// <summary>
/// Finds reservations at times when their producer does not work, by the same working time as the search, and keeps the
/// orders' rows <see cref="AttentionReason.NoCover"/> in step. Saving is left to the caller, in whose transaction all
/// this happens; what the caller has changed of reservations has to be saved before.
/// </summary>
public sealed class CoverCheck(PortalDbContext db, AssignedTimes times, IClock clock)
{
    /// <summary>What of a producer's coming time would be without cover. Nothing is changed.</summary>
    /// <param name="producer">The producer with all parts, as they are or are going to be.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyList<AssignedTime>> FindAsync(Producer producer, CancellationToken cancellationToken) =>
        Uncovered(await ComingOfAsync(producer.Id, cancellationToken), [producer]);

    /// <summary>What of an order's coming time is without cover, as saved.</summary>
    public async Task<IReadOnlyList<AssignedTime>> FindAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var coming = await ComingOfAsync([orderId], cancellationToken);
        return Uncovered(
            coming, await ProducersAsync([.. coming.Select(time => time.ProducerId).Distinct()], cancellationToken));
    }

    /// <summary>Writes and removes rows for all orders that have the producer's coming time.</summary>
    /// <param name="producer">The producer with all parts, as they are going to be.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    /// <returns>What of the producer's coming time is without cover.</returns>
    public async Task<IReadOnlyList<AssignedTime>> CheckAsync(Producer producer, CancellationToken cancellationToken)
    {
        var coming = await ComingOfAsync(producer.Id, cancellationToken);
        await CheckAsync([.. coming.Select(time => time.Order.Id).Distinct()], producer, cancellationToken);
        return Uncovered(coming, [producer]);
    }

    /// <summary>Writes or removes the rows of some orders, after they got another time or producer, or ended.</summary>
    public Task CheckOrdersAsync(IReadOnlyCollection<Guid> orders, CancellationToken cancellationToken) =>
        CheckAsync(orders, known: null, cancellationToken);

    /// <summary>
    /// The same where the change of a producer, as they are going to be, made a difference to those orders.
    /// </summary>
    public Task CheckOrdersAsync(
        IReadOnlyCollection<Guid> orders, Producer producer, CancellationToken cancellationToken) =>
        CheckAsync(orders, producer, cancellationToken);

    private async Task CheckAsync(
        IReadOnlyCollection<Guid> orders, Producer? known, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var coming = await ComingOfAsync(orders, cancellationToken);
        var ids = coming.Select(time => time.ProducerId).Where(id => id != known?.Id).Distinct().ToList();
        var producers = await ProducersAsync(ids, cancellationToken);
        var uncovered = Uncovered(coming, known is null
            ? producers
            : [.. producers, known]).Select(time => time.Order.Id).ToHashSet();
        var rows = await db.Set<OrderAttention>()
            .Where(row => row.Reason == AttentionReason.NoCover && orders.Contains(row.OrderId))
            .ToListAsync(cancellationToken);
        db.RemoveRange(rows.Where(row => !uncovered.Contains(row.OrderId)));
        db.AddRange(uncovered.Except(rows.Select(row => row.OrderId))
            .Select(orderId => new OrderAttention(orderId, AttentionReason.NoCover, now)));
    }

    private async Task<IReadOnlyList<AssignedTime>> ComingOfAsync(
        int producerId, CancellationToken cancellationToken) =>
        [.. (await times.OfProducerAsync(producerId, new Interval(clock.GetCurrentInstant(), null), cancellationToken))
            .Where(time => time.Order.State == OrderState.Placed)];

    private async Task<IReadOnlyList<AssignedTime>> ComingOfAsync(
        IReadOnlyCollection<Guid> orders, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return [.. (await times.OfOrdersAsync(orders, cancellationToken))
            .Where(time => time.Reserved.End > now && time.Order.State == OrderState.Placed)];
    }

    private async Task<IReadOnlyList<Producer>> ProducersAsync(
        IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await db.Set<Producer>().AsNoTracking()
            .WithParts()
            .Where(producer => ids.Contains(producer.Id))
            .ToListAsync(cancellationToken);

    private static IReadOnlyList<AssignedTime> Uncovered(
        IReadOnlyList<AssignedTime> coming, IReadOnlyList<Producer> producers)
    {
        var roster = producers.ToDictionary(producer => producer.Id);
        return [.. coming.Where(time => !IsCovered(time, roster[time.ProducerId]))];
    }

    private static bool IsCovered(AssignedTime time, Producer producer) =>
        producer.Qualifications.FirstOrDefault(item => item.PackageId == time.Order.PackageId) is { } qualification
        && new QualifiedProducer(RosterProducer.Of(producer), qualification.ValidFrom, qualification.ValidUntil).Covers(
            time.Quarters);
}
