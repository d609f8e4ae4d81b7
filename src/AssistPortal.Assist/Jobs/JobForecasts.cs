using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

/// <summary>Says what a job would do to each of its orders, by the rules of the acts themselves.</summary>
internal sealed class JobForecasts(
    PortalDbContext db, CancellationQuotes quotes, AssignmentForecasts assignments, IClock clock)
{
    /// <summary>Foresees the job's items, which are to be saved.</summary>
    public async Task ForeseeAsync(OrderJob job, CancellationToken cancellationToken)
    {
        var items = await db.Set<OrderJobItem>()
            .Where(item => item.JobId == job.Id)
            .OrderBy(item => item.Position)
            .ToListAsync(cancellationToken);
        var seen = await db.Set<Order>().AsNoTracking()
            .Where(order => db.Set<OrderJobItem>().Any(item => item.JobId == job.Id && item.OrderId == order.Id))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var forecasts = await ReadAsync(job, items, seen, cancellationToken);
        items.ForEach(item => item.Foresee(seen[item.OrderId], forecasts[item.OrderId]));
    }

    private async Task<Dictionary<Guid, ItemForecast>> ReadAsync(
        OrderJob job,
        IReadOnlyList<OrderJobItem> items,
        Dictionary<Guid, Order> seen,
        CancellationToken cancellationToken)
    {
        switch (job.Act)
        {
            case OrderJobAct.Owner:
                return seen.Values.ToDictionary(order => order.Id, order => new ItemForecast(
                    order.OwnerId == job.OwnerId ? JobRefusal.SoAlready : null));
            case OrderJobAct.Message:
                return seen.Values.ToDictionary(order => order.Id, _ => new ItemForecast(Refusal: null));
            case OrderJobAct.Mark when job.Mark == OrderJobMark.ForAttention:
                return seen.Values.ToDictionary(order => order.Id, _ => new ItemForecast(Refusal: null));
            case OrderJobAct.Mark:
                var matters = await MattersAsync(job, cancellationToken);
                return seen.Keys.ToDictionary(id => id, id => matters.Contains(id)
                    ? new ItemForecast(Refusal: null) { Matters = [.. matters[id].Order()] }
                    : new ItemForecast(JobRefusal.NothingToSettle));
            case OrderJobAct.Producer:
                var found = await assignments.ReadAsync(
                    [.. items.Select(item => item.OrderId)], job.ProducerId, cancellationToken);
                return seen.Keys.ToDictionary(id => id, id => Of(job, found.GetValueOrDefault(id)));
            default:
                var now = clock.GetCurrentInstant();
                var costs = await quotes.OfAllAsync(seen.Values, now, cancellationToken);
                return seen.Values.ToDictionary(order => order.Id, order =>
                    order.CanCancelAt(now, isByStaff: true)
                        ? new ItemForecast(null, job.IsWaived ? 0 : costs[order.Id].Amount.Minor)
                        : new ItemForecast(JobRefusal.NotPossible));
        }
    }

    /// <summary>What is due of the job's orders and would be settled.</summary>
    private async Task<ILookup<Guid, AttentionReason>> MattersAsync(OrderJob job, CancellationToken cancellationToken)
    {
        var due = await db.Set<OrderAttention>().AsNoTracking()
            .Where(attention => attention.DueAt <= job.ForecastAt
                && db.Set<OrderJobItem>().Any(item => item.JobId == job.Id && item.OrderId == attention.OrderId))
            .Select(attention => new { attention.OrderId, attention.Reason })
            .ToListAsync(cancellationToken);
        return due
            .Where(item => job.Matter is { } matter
                ? item.Reason == matter
                : OrderAttentions.IsSettledByHand(item.Reason))
            .ToLookup(item => item.OrderId, item => item.Reason);
    }

    private static ItemForecast Of(OrderJob job, AssignmentForecast? forecast) => forecast switch
    {
        null => new ItemForecast(JobRefusal.NotPossible),
        { State: CandidateState.Free } => new ItemForecast(
            Refusal: null, ProducerId: forecast.ProducerId, AsksLanguageAgain: forecast.AsksLanguageAgain)
        {
            Staying = forecast.Staying,
        },
        _ when job.ProducerId is null => new ItemForecast(JobRefusal.NobodyFree),
        { State: CandidateState.IsNow } => new ItemForecast(JobRefusal.SoAlready),
        { State: CandidateState.Taken } => new ItemForecast(JobRefusal.Taken),
        _ => new ItemForecast(JobRefusal.NotAble),
    };
}
