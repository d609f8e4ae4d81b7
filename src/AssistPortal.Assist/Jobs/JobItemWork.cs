using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

/// <summary>
/// Does one order of a job, in a scope of its own. A conditional update leases it; the act's own transaction notes the
/// result, and is not saved where another server has the order by then. So a server that dies leaves either all of it
/// or nothing, and whoever takes over after the lease does nothing twice.
/// </summary>
internal sealed partial class JobItemWork(
    PortalDbContext db,
    JobActs acts,
    IClock clock,
    [FromKeyedServices(Clocks.Real)] IClock realClock,
    ILogger<JobItemWork> logger)
{
    /// <summary>For how long a server has an order to itself; far more than one takes.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>So often servers may fail or end over an order before it is left.</summary>
    public const int MostAttempts = 3;

    private readonly Guid owner = Guid.NewGuid();

    /// <summary>Does the order, unless it is done, or another server has it.</summary>
    /// <returns>Whether this one had it.</returns>
    public async Task<bool> RunAsync(JobItemKey key)
    {
        // From the claim to the note of its outcome nothing is cancelled: no lease is left behind.
        if (!await ClaimAsync(key))
        {
            return false;
        }

        var item = await db.JobItem(key).AsNoTracking().SingleAsync();
        var job = await db.Set<OrderJob>().AsNoTracking().SingleAsync(job => job.Id == key.JobId);
        try
        {
            if (job.StoppedAt is not null)
            {
                await EndAsync(key, JobItemState.Stopped, refusal: null);
            }
            else if (item.Attempts > MostAttempts)
            {
                await EndAsync(key, JobItemState.Refused, JobRefusal.Fault);
            }
            else if (await acts.DoAsync(job, item, cancellationToken => NoteDoneAsync(job, item, cancellationToken))
                is { } refusal && !await MayBecomePossibleAsync(item, refusal))
            {
                await EndAsync(key, JobItemState.Refused, refusal);
            }
        }
        catch (JobItemLostException)
        {
            LogLost(key.JobId, key.Position);
        }
#pragma warning disable CA1031 // Whatever goes wrong with one order, the others go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await NoteFailureAsync(key, item.Attempts, failure);
        }

        return true;
    }

    private async Task<bool> ClaimAsync(JobItemKey key)
    {
        var now = realClock.GetCurrentInstant();
        Instant? until = now + Lease;
        Guid? claimant = owner;
        return await db.JobItem(key).Free(now).ExecuteUpdateAsync(set => set
            .SetProperty(item => item.LeaseOwner, claimant)
            .SetProperty(item => item.LeaseUntil, until)
            .SetProperty(item => item.Attempts, item => item.Attempts + 1)) == 1;
    }

    /// <summary>In the act's transaction.</summary>
    private async Task NoteDoneAsync(OrderJob job, OrderJobItem item, CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>()
            .Where(order => order.Id == item.OrderId)
            .Select(order => new { order.ProducerId, order.CancellationFeeMinor })
            .SingleAsync(cancellationToken);
        Instant? now = clock.GetCurrentInstant();
        var producer = job.Act == OrderJobAct.Producer ? order.ProducerId : (int?)null;
        var fee = job.Act == OrderJobAct.Cancel ? order.CancellationFeeMinor : null;
        var staying = await StayingAsync(job, item, now.Value, cancellationToken);
        if (await db.JobItem(new JobItemKey(job.Id, item.Position)).HeldBy(owner).ExecuteUpdateAsync(
            set => set
                .SetProperty(item => item.State, JobItemState.Done)
                .SetProperty(item => item.ProducerId, producer)
                .SetProperty(item => item.Staying, staying)
                .SetProperty(item => item.FeeMinor, fee)
                .SetProperty(item => item.EndedAt, now)
                .SetProperty(item => item.LeaseOwner, (Guid?)null)
                .SetProperty(item => item.LeaseUntil, (Instant?)null),
            cancellationToken) == 0)
        {
            throw new JobItemLostException();
        }
    }

    /// <summary>The coming sessions that the former producer has kept.</summary>
    private async Task<IReadOnlyList<Guid>> StayingAsync(
        OrderJob job, OrderJobItem item, Instant now, CancellationToken cancellationToken) =>
        job.Act != OrderJobAct.Producer ? [] : await db.Set<OrderSession>()
            .Where(session => session.OrderId == item.OrderId
                && session.ProducerId == item.SeenProducerId
                && !session.IsCancelled
                && session.Start > now)
            .OrderBy(session => session.Start)
            .Select(session => session.Id)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Whether somebody may become free by an earlier order of the job, which another server has or which failed: the
    /// order is tried again when the lease has run out.
    /// </summary>
    private async Task<bool> MayBecomePossibleAsync(OrderJobItem item, JobRefusal refusal) =>
        refusal is JobRefusal.Taken or JobRefusal.NobodyFree
        && item.Attempts < MostAttempts
        && await db.Set<OrderJobItem>().AnyAsync(earlier => earlier.JobId == item.JobId
            && earlier.Position < item.Position
            && earlier.State == JobItemState.Waiting);

    private async Task NoteFailureAsync(JobItemKey key, int attempts, Exception failure)
    {
        LogFailed(key.JobId, key.Position, attempts, failure);
        if (attempts >= MostAttempts)
        {
            db.ChangeTracker.Clear();
            await EndAsync(key, JobItemState.Refused, JobRefusal.Fault);
        }
    }

    private Task<int> EndAsync(JobItemKey key, JobItemState state, JobRefusal? refusal) =>
        db.JobItem(key).HeldBy(owner).EndAsync(state, refusal, clock.GetCurrentInstant(), CancellationToken.None);

    [LoggerMessage(1, LogLevel.Warning, "Another server has order {Position} of job {JobId}.")]
    private partial void LogLost(Guid jobId, int position);

    [LoggerMessage(2, LogLevel.Error, "Order {Position} of job {JobId} failed at attempt {Attempts}.")]
    private partial void LogFailed(Guid jobId, int position, int attempts, Exception failure);
}
