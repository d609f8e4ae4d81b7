namespace AssistPortal.Assist.Orders.Audit;

/// <summary>How an event went, and whether its order is completed.</summary>
public sealed record ReportSnapshot(OrderState State, int? Registered, int? Attended, IReadOnlyList<string> Recordings)
{
    internal static ReportSnapshot Of(Order order) => new(
        order.State,
        order.Report?.Registered,
        order.Report?.Attended,
        [.. order.Recordings.OrderBy(recording => recording.Position).Select(recording => recording.Address)]);
}
