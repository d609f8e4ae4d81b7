using NodaTime;

namespace AssistPortal.Assist.Orders;

public sealed class OrderFeeLine
{
    public required Guid OrderId { get; init; }

    public required int Position { get; init; }

    public required FeeKind Kind { get; init; }

    public int? Minutes { get; init; }

    public required long AmountMinor { get; init; }
}

/// <summary>A cancellation tier as it stood when the order was placed.</summary>
public sealed class OrderCancellationTier
{
    public required Guid OrderId { get; init; }

    public required int NoticeHours { get; init; }

    public required int Percent { get; init; }
}

/// <summary>A time at which the host would like a consultation or rehearsal, on the event's wall clock.</summary>
public sealed class OrderSessionWish
{
    public required Guid OrderId { get; init; }

    public required int Position { get; init; }

    public required LocalDateTime LocalTime { get; init; }
}
