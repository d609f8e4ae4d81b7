using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.Coming;

/// <summary>What the list shows of an order.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">The request number's symbols.</param>
/// <param name="Topic">Topic of the event.</param>
/// <param name="Time">When it is.</param>
/// <param name="PackageId">The package.</param>
/// <param name="State">How far the order is.</param>
/// <param name="HostZone">IANA zone that the host has chosen; null for none.</param>
public sealed record ComingOrder(
    Guid Id, string Number, string Topic, EventTime Time, int PackageId, OrderState State, string? HostZone)
{
    // Who reads the list is the host of each, so their zone comes along.
    internal static readonly Expression<Func<Order, PortalUser, ComingOrder>> Of = (order, host) => new ComingOrder(
        order.Id, order.Number, order.Event.Topic, order.Time, order.PackageId, order.State, host.TimeZone);

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
