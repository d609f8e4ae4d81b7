using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.Coming;

/// <summary>What the list shows of an order.</summary>
public sealed record ComingOrder
{
    // Who reads the list is the host of each, so their zone comes along. By a constructor EF Core would be given the
    // whole order for the sake of its time, with every column.
    internal static readonly Expression<Func<Order, PortalUser, ComingOrder>> Of = (order, host) => new ComingOrder
    {
        Id = order.Id,
        Number = order.Number,
        Topic = order.Event.Topic,
        Time = order.Time,
        PackageId = order.PackageId,
        State = order.State,
        HostZone = host.TimeZone,
    };

    public required Guid Id { get; init; }

    /// <summary>The request number's symbols.</summary>
    public required string Number { get; init; }

    public required string Topic { get; init; }

    public required EventTime Time { get; init; }

    public required int PackageId { get; init; }

    public required OrderState State { get; init; }

    /// <summary>IANA zone that the host has chosen; null for none.</summary>
    public required string? HostZone { get; init; }

    public RequestNumber RequestNumber => RequestNumber.Parse(Number);

    public MomentKey Key => new(Time.Start, Id);

    /// <summary>How far its event is.</summary>
    public OrderPhase PhaseAt(Instant now) => State.PhaseAt(Time, now);
}

/// <summary>A page of a host's coming orders.</summary>
/// <param name="Orders">Orders whose event has not ended, the next one first.</param>
/// <param name="HasEarlier">Whether there may be a page before.</param>
/// <param name="HasLater">Whether there is a page after.</param>
public sealed record ComingOrders(IReadOnlyList<ComingOrder> Orders, bool HasEarlier, bool HasLater)
{
    private const string Path = "/resources";

    /// <summary>IANA zone that the host has chosen; null for none, and where there are no orders.</summary>
    public string? HostZone => Orders is [var next, ..] ? next.HostZone : null;

    public static string First => ListAddress.Of(Path);

    public string Earlier => ListAddress.Of(Path, ("before", $"{Orders[0].Key}"));

    public string Later => ListAddress.Of(Path, ("after", $"{Orders[^1].Key}"));
}
