using AssistPortal.Assist.Jobs.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

/// <summary>One act on several orders: chosen, foreseen, begun, stopped. Servers do the rest.</summary>
public sealed class OrderJobs
{
    private readonly PortalDbContext db;
    private readonly JobForecasts forecasts;
    private readonly JobSignal signal;
    private readonly IClock clock;
    private readonly IClock realClock;

    internal OrderJobs(
        PortalDbContext db,
        JobForecasts forecasts,
        JobSignal signal,
        IClock clock,
        [FromKeyedServices(Clocks.Real)] IClock realClock) =>
        (this.db, this.forecasts, this.signal, this.clock, this.realClock) = (db, forecasts, signal, clock, realClock);

    /// <summary>Keeps what is chosen, for a forecast.</summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="orderIds">To which orders, the first <see cref="OrderJob.MostOrders"/> of them.</param>
    /// <param name="actorId">In whose name.</param>
    /// <param name="cancellationToken">Nothing is kept then.</param>
    /// <exception cref="ArgumentException">There are no orders.</exception>
    public async Task<Guid> ChooseAsync(
        OrderJobAct act, IEnumerable<Guid> orderIds, Guid actorId, CancellationToken cancellationToken)
    {
        var job = OrderJob.Choose(act, actorId, clock.GetCurrentInstant());
        var chosen = orderIds.Distinct().Take(OrderJob.MostOrders).ToList();
        if (chosen.Count == 0)
        {
            throw new ArgumentException("No orders are chosen.", nameof(orderIds));
        }

        db.Add(job);
        db.AddRange(chosen.Select((id, index) => OrderJobItem.Of(job, index + 1, id)));
        await db.SaveChangesAsync(cancellationToken);
        return job.Id;
    }

    /// <summary>A job that has begun, or one of one's own; null where there is none.</summary>
    public Task<OrderJob?> FindAsync(Guid id, Guid readerId, CancellationToken cancellationToken) =>
        db.Set<OrderJob>().AsNoTracking().SingleOrDefaultAsync(
            job => job.Id == id && (job.BegunAt != null || job.ActorId == readerId), cancellationToken);

    /// <summary>Foresees what would become of each order. Nothing is done to them.</summary>
    public Task<JobOutcome> ForeseeAsync(
        Guid id, JobTerms terms, Guid actorId, CancellationToken cancellationToken) => db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                if (await FindUnbegunAsync(id, actorId, cancellationToken) is not { } job)
                {
                    return (Commit: false, JobOutcome.Gone);
                }

                job.Foresee(terms, clock.GetCurrentInstant());
                await forecasts.ForeseeAsync(job, cancellationToken);
                db.Entry(job).State = EntityState.Modified;
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, JobOutcome.Done);
            },
            cancellationToken);

    /// <summary>Agrees to the forecast: from now on it is done. To begin twice is to begin once.</summary>
    /// <param name="id">The job.</param>
    /// <param name="version">Its version when the forecast was seen.</param>
    /// <param name="actorId">Who has chosen the orders.</param>
    /// <param name="cancellationToken">Nothing is begun then.</param>
    public async Task<JobOutcome> BeginAsync(
        Guid id, int version, Guid actorId, CancellationToken cancellationToken)
    {
        var outcome = await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var job = await db.Set<OrderJob>().SingleOrDefaultAsync(
                    job => job.Id == id && job.ActorId == actorId, cancellationToken);
                if (job is null || job.BegunAt is not null)
                {
                    return (Commit: false, job is null ? JobOutcome.Gone : JobOutcome.Done);
                }

                if (job.Version != version || job.ForecastAt is null)
                {
                    return (Commit: false, JobOutcome.Changed);
                }

                var now = clock.GetCurrentInstant();
                job.Begin(now);
                var items = db.Set<OrderJobItem>().Where(item => item.JobId == id && item.State == JobItemState.Chosen);
                Instant? ended = now;
                await items.Where(item => item.Refusal != null).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(item => item.State, JobItemState.Refused)
                        .SetProperty(item => item.EndedAt, ended),
                    cancellationToken);
                var count = await items.ExecuteUpdateAsync(
                    set => set.SetProperty(item => item.State, JobItemState.Waiting), cancellationToken);
                if (count == 0)
                {
                    return (Commit: false, JobOutcome.Changed);
                }

                db.Audit(
                    new OrderJobBegun(
                        id,
                        job.Act,
                        count,
                        job.OwnerId,
                        job.ProducerId,
                        job.Mark,
                        job.Matter,
                        job.IsWaived,
                        job.Reason),
                    actorId,
                    now);
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, JobOutcome.Done);
            },
            cancellationToken);
        signal.Notify();
        return outcome;
    }

    /// <summary>Leaves what no server has begun with. To stop what is over or stopped changes nothing.</summary>
    public Task<JobOutcome> StopAsync(Guid id, Guid actorId, CancellationToken cancellationToken) =>
        db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var job = await db.Set<OrderJob>().SingleOrDefaultAsync(
                    job => job.Id == id && job.BegunAt != null, cancellationToken);
                if (job is null || job.StoppedAt is not null)
                {
                    return (Commit: false, job is null ? JobOutcome.Gone : JobOutcome.Done);
                }

                var now = clock.GetCurrentInstant();
                var items = db.Set<OrderJobItem>().Where(item => item.JobId == id);
                var left = await items
                    .Free(realClock.GetCurrentInstant())
                    .EndAsync(JobItemState.Stopped, refusal: null, now, cancellationToken);

                // What a server has may come back, after a failure or its death: it is left then too.
                var isStopped = left > 0
                    || await items.AnyAsync(item => item.State == JobItemState.Waiting, cancellationToken);
                if (isStopped)
                {
                    job.Stop(now);
                    db.Audit(new OrderJobStopped(id, left), actorId, now);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return (Commit: isStopped, JobOutcome.Done);
            },
            cancellationToken);

    private Task<OrderJob?> FindUnbegunAsync(Guid id, Guid actorId, CancellationToken cancellationToken) =>
        db.Set<OrderJob>().SingleOrDefaultAsync(
            job => job.Id == id && job.ActorId == actorId && job.BegunAt == null, cancellationToken);
}
