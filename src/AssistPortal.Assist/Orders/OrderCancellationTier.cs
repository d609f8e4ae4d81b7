namespace AssistPortal.Assist.Orders;

/// <summary>A cancellation tier as it stood when the order was placed.</summary>
/// <param name="NoticeHours">With at least so many hours left to the start, </param>
/// <param name="Percent">cancelling costs so much of the fee, unless a higher tier applies.</param>
public sealed record OrderCancellationTier(int NoticeHours, int Percent);
