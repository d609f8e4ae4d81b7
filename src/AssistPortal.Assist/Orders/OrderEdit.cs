using AssistPortal.Assist.Packages;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>What a coordinator makes of an order: all that the customer gave but site, date and time of day.</summary>
public sealed record OrderEdit
{
    public required ContactDetails Contact { get; init; }

    public required EventDetails Event { get; init; }

    public required int PackageId { get; init; }

    public required int DurationMinutes { get; init; }

    public required IReadOnlyList<OrderedExtra> Extras { get; init; }

    public IReadOnlyList<LocalDateTime> SessionWishes { get; init; } = [];

    /// <summary>Who gets the report; empty where nobody is named.</summary>
    public string ReportEmail { get; init; } = "";

    /// <summary>The order as it is.</summary>
    public static OrderEdit Of(Order order) => new()
    {
        Contact = order.Contact,
        Event = order.Event,
        PackageId = order.PackageId,
        DurationMinutes = order.Time.DurationMinutes,
        Extras = ExtrasOf(order),
        SessionWishes = order.SessionWishes,
        ReportEmail = order.ReportEmail,
    };

    /// <summary>Of an order that is older than the record of its rates the lines tell what was charged.</summary>
    private static IReadOnlyList<OrderedExtra> ExtrasOf(Order order) => order.Rates is { } rates
        ? [.. rates.Extras.Select(extra => new OrderedExtra(extra.Kind, extra.Minutes))]
        : [.. from kind in Enum.GetValues<ExtraKind>()
              join line in order.FeeLines on StandardFee.KindOf(kind) equals line.Kind
              select new OrderedExtra(kind, line.Minutes ?? 0)];

    /// <summary>Whether what the fee goes by stays as it is.</summary>
    internal bool CostsAsMuchAs(OrderEdit other) =>
        (PackageId, DurationMinutes) == (other.PackageId, other.DurationMinutes)
        && Extras.OrderBy(extra => extra.Kind).SequenceEqual(other.Extras.OrderBy(extra => extra.Kind));
}
