using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Mail;
using AssistPortal.Web.Features.Resources.Timeline;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Resources;

/// <summary>A placed order as its host or contact sees it, or staff.</summary>
/// <param name="Whole">The order.</param>
/// <param name="CoordinatorEmail">Where coordinators are written to.</param>
/// <param name="Phase">How far the order is.</param>
public sealed record OrderPage(WholeOrder Whole, string CoordinatorEmail, OrderPhase Phase)
{
    /// <summary>Whether it is looked at by somebody whose order it is not.</summary>
    public bool IsForStaff { get; init; }

    /// <summary>What has happened to it; null where that is not shown.</summary>
    public TimelinePage? Timeline { get; init; }

    public Order Order => Whole.Order;

    public Site Site => Whole.Site;

    public ServicePackage Package => Whole.Package;

    public Producer Producer => Whole.Producer;

    public string PackageName => Whole.PackageName;
}

/// <summary>Finds a host's own orders; anybody else's are not found.</summary>
public sealed class OrderPages(WholeOrders orders, IOptions<MailOptions> mail, IClock clock)
{
    public Task<OrderPage?> FindAsync(Guid hostUserId, RequestNumber number, CancellationToken cancellationToken)
    {
        var compact = number.Compact;
        return FindAsync(order => order.HostUserId == hostUserId && order.Number == compact, cancellationToken);
    }

    public Task<OrderPage?> FindByDraftAsync(Guid hostUserId, Guid draftId, CancellationToken cancellationToken) =>
        FindAsync(order => order.HostUserId == hostUserId && order.DraftId == draftId, cancellationToken);

    /// <summary>The page of an order that may be seen.</summary>
    public OrderPage Of(WholeOrder whole) =>
        new(whole, mail.Value.ReplyTo ?? mail.Value.From, whole.Order.PhaseAt(clock.GetCurrentInstant()));

    private async Task<OrderPage?> FindAsync(Expression<Func<Order, bool>> isWanted, CancellationToken cancellationToken) =>
        await orders.FindAsync(isWanted, cancellationToken) is { } whole ? Of(whole) : null;
}
