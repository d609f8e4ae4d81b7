using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Reads the orders of jobs: lines, numbers, sums.</summary>
public sealed class JobReader(PortalDbContext db)
{
    public const int PageSize = 100;

    /// <summary>Parts of a job's lines, by how far they are.</summary>
    public static readonly IReadOnlyList<string> Parts = ["possible", "done", "refused", "waiting", "stopped"];

    /// <summary>How many orders each job has, and how far they are.</summary>
    public async Task<IReadOnlyDictionary<Guid, JobCounts>> CountsAsync(
        IReadOnlyCollection<Guid> jobs, CancellationToken cancellationToken)
    {
        var groups = await db.Set<OrderJobItem>()
            .Where(item => jobs.Contains(item.JobId))
            .GroupBy(item => new { item.JobId, item.State, item.Refusal })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return groups.GroupBy(group => group.Key.JobId).ToDictionary(
            job => job.Key,
            job => new JobCounts(job.ToDictionary(
                group => (group.Key.State, group.Key.Refusal), group => group.Count)));
    }

    /// <summary>A page of lines.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="part">One of <see cref="Parts"/>; empty for all.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<JobLine>> LinesAsync(
        Guid jobId, string part, int page, CancellationToken cancellationToken)
    {
        var items = db.Set<OrderJobItem>().Where(item => item.JobId == jobId);
        return await (part switch
            {
                "possible" => items.Where(item => item.State == JobItemState.Chosen && item.Refusal == null),
                "done" => items.Where(item => item.State == JobItemState.Done),
                "refused" => items.Where(item => item.Refusal != null),
                "waiting" => items.Where(item => item.State == JobItemState.Waiting),
                "stopped" => items.Where(item => item.State == JobItemState.Stopped),
                _ => items,
            })
            .OrderBy(item => item.Position)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Join(db.Set<Order>(), item => item.OrderId, order => order.Id, (item, order) => new JobLine
            {
                Position = item.Position,
                Number = order.Number,
                Topic = order.Event.Topic,
                Start = order.Time.Start,
                FirstName = order.Contact.FirstName,
                LastName = order.Contact.LastName,
                Email = order.Contact.Email,
                Currency = order.Currency,
                State = item.State,
                Refusal = item.Refusal,
                SeenOwnerId = item.SeenOwnerId,
                SeenFeeMinor = item.SeenFeeMinor,
                FeeMinor = item.FeeMinor,
                FormerProducerId = item.SeenProducerId,
                PlannedProducerId = item.PlannedProducerId,
                ProducerId = item.ProducerId,
                AsksLanguageAgain = item.AsksLanguageAgain,
                Matters = item.Matters,
                Staying = item.Staying,
                TimeZone = order.Time.TimeZone,
            })
            .OrderBy(line => line.Position)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The sessions that stay with former producers of some lines.</summary>
    public async Task<IReadOnlyDictionary<Guid, OrderSession>> SessionsAsync(
        IEnumerable<JobLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.SelectMany(line => line.Staying).ToList();
        return ids.Count == 0 ? new Dictionary<Guid, OrderSession>() : await db.Set<OrderSession>().AsNoTracking()
            .Where(session => ids.Contains(session.Id))
            .ToDictionaryAsync(session => session.Id, cancellationToken);
    }

    /// <summary>What cancelling costs, or has cost by now, in each currency; nothing where it is free.</summary>
    public async Task<IReadOnlyList<Money>> FeesAsync(OrderJob job, CancellationToken cancellationToken)
    {
        var isBegun = job.BegunAt is not null;
        var sums = await db.Set<OrderJobItem>()
            .Where(item => item.JobId == job.Id && item.Refusal == null)
            .Join(db.Set<Order>(), item => item.OrderId, order => order.Id, (item, order) => new
            {
                order.Currency,
                Fee = isBegun ? item.FeeMinor : item.SeenFeeMinor,
            })
            .GroupBy(item => item.Currency)
            .Select(group => new { group.Key, Sum = group.Sum(item => item.Fee ?? 0) })
            .OrderBy(group => group.Key)
            .ToListAsync(cancellationToken);
        return [.. sums.Where(sum => sum.Sum > 0).Select(sum => new Money(sum.Sum, sum.Key))];
    }

    /// <summary>How many orders each producer is to get, or has got by now, the most first.</summary>
    public async Task<IReadOnlyList<(int ProducerId, int Orders)>> ProducersAsync(
        OrderJob job, CancellationToken cancellationToken)
    {
        var isBegun = job.BegunAt is not null;
        var groups = await db.Set<OrderJobItem>()
            .Where(item => item.JobId == job.Id && item.Refusal == null)
            .Select(item => isBegun ? item.ProducerId : item.PlannedProducerId)
            .Where(id => id != null)
            .GroupBy(id => id)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. groups.OrderByDescending(group => group.Count)
                .ThenBy(group => group.Key)
                .Select(group => (group.Key!.Value, group.Count)),
        ];
    }
}
