using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

/// <summary>
/// One order of a job: what was seen of it, what is to become of it and what became of it. From the job's beginning on
/// it is changed by conditional updates alone: see <see cref="JobItemWork"/>.
/// </summary>
public sealed class OrderJobItem
{
    private OrderJobItem()
    {
    }

    public Guid JobId { get; private init; }

    /// <summary>Its place in the job, from 1 on; orders are done in it.</summary>
    public int Position { get; private init; }

    public Guid OrderId { get; private init; }

    /// <summary>Version of the order at the forecast: where it has another by then, nothing is done.</summary>
    public int? SeenVersion { get; private set; }

    /// <summary>Who looked after the order at the forecast.</summary>
    public Guid? SeenOwnerId { get; private set; }

    /// <summary>Who assisted at the forecast; null where there is none.</summary>
    public int? SeenProducerId { get; private set; }

    /// <summary>What cancelling was to cost by the forecast, in minor units of the order's currency.</summary>
    public long? SeenFeeMinor { get; private set; }

    /// <summary>Who assists by the forecast; where anybody may, another one who is free by then.</summary>
    public int? PlannedProducerId { get; private set; }

    /// <summary>Whether the planned producer does not speak the language that the customer was promised.</summary>
    public bool AsksLanguageAgain { get; private set; }

    /// <summary>What is settled: that which was due at the forecast.</summary>
    public IReadOnlyList<AttentionReason> Matters { get; private set; } = [];

    /// <summary>Keys of coming sessions that stay with who assisted at the forecast, or have stayed.</summary>
    public IReadOnlyList<Guid> Staying { get; private set; } = [];

    public JobItemState State { get; private set; }

    /// <summary>Why it is not done, or by the forecast can't be.</summary>
    public JobRefusal? Refusal { get; private set; }

    /// <summary>What cancelling has cost, in minor units of the order's currency.</summary>
    public long? FeeMinor { get; private set; }

    /// <summary>Who has got the order.</summary>
    public int? ProducerId { get; private set; }

    /// <summary>When it was done, refused or stopped.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>How often a server has begun with it.</summary>
    public int Attempts { get; private set; }

    /// <summary>The server that is at it.</summary>
    public Guid? LeaseOwner { get; private set; }

    /// <summary>Until when that one has it to itself, in real time; a lease that ran out counts as none.</summary>
    public Instant? LeaseUntil { get; private set; }

    public static OrderJobItem Of(OrderJob job, int position, Guid orderId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        return new OrderJobItem { JobId = job.Id, Position = position, OrderId = orderId };
    }

    /// <summary>Notes the order as it is seen, and what would become of it.</summary>
    /// <exception cref="InvalidOperationException">The job has begun.</exception>
    internal void Foresee(Order order, ItemForecast forecast)
    {
        if (State != JobItemState.Chosen)
        {
            throw new InvalidOperationException($"Order {OrderId} of job {JobId} is {State}.");
        }

        (SeenVersion, SeenOwnerId) = (order.Version, order.OwnerId);
        (Refusal, SeenFeeMinor) = (forecast.Refusal, forecast.FeeMinor);
        (SeenProducerId, PlannedProducerId) = (order.ProducerId, forecast.ProducerId);
        AsksLanguageAgain = forecast.AsksLanguageAgain;
        (Matters, Staying) = (forecast.Matters, forecast.Staying);
    }
}
