using AssistPortal.Assist.Orders;

namespace AssistPortal.Assist.Sessions;

/// <summary>The production time of an order whose package counts it, in minutes.</summary>
/// <param name="Included">What comes with the package.</param>
/// <param name="Bought">What was bought on top: extra event time, consultation, rehearsal.</param>
/// <param name="Used">The event with lead and trail, unless the order is cancelled, and the sessions.</param>
public sealed record ProductionHours(int Included, int Bought, int Used)
{
    public int Total => Included + Bought;

    public int Left => Math.Max(0, Total - Used);

    /// <summary>What is used beyond all that there is.</summary>
    public int Over => Math.Max(0, Used - Total);

    /// <summary>Null where the package does not count production time.</summary>
    /// <param name="whole">The order.</param>
    /// <param name="sessions">Its sessions; cancelled ones do not count.</param>
    public static ProductionHours? Of(OrderWithRelations whole, IEnumerable<OrderSession> sessions) =>
        whole.Package.ProductionMinutes is not { } included
            ? null
            : new ProductionHours(
                included,
                whole.Order.FeeLines
                    .Where(line => line.Kind is FeeKind.ExtraTime or FeeKind.Consultation or FeeKind.Rehearsal)
                    .Sum(line => line.Minutes ?? 0),
                (whole.Order.State == OrderState.Cancelled ? 0 : (int)whole.Reserved.Duration.TotalMinutes)
                    + sessions.Where(session => !session.IsCancelled).Sum(session => session.DurationMinutes));
}
