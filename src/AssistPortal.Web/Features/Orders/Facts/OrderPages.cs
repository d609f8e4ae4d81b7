using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Facts;

/// <summary>Finds somebody's own orders; anybody else's are not found.</summary>
public sealed class OrderPages(OrderReader orders, IOptions<MailOptions> mail, IClock clock)
{
    public Task<OrderPage?> FindAsync(Guid hostUserId, RequestNumber number, CancellationToken cancellationToken)
    {
        var compact = number.Compact;
        return FindAsync(order => order.HostUserId == hostUserId && order.Number == compact, cancellationToken);
    }

    /// <summary>The order of a draft, for its host or for the coordinator who placed it.</summary>
    public async Task<OrderPage?> FindByDraftAsync(Guid userId, Guid draftId, CancellationToken cancellationToken) =>
        await FindAsync(
            order => (order.HostUserId == userId || order.PlacedById == userId) && order.DraftId == draftId,
            cancellationToken) is { } page
            ? page with { IsForStaff = page.Order.PlacedById == userId }
            : null;

    /// <summary>The page of an order that may be seen.</summary>
    public OrderPage Of(OrderWithRelations whole)
    {
        var now = clock.GetCurrentInstant();
        var phase = whole.Order.PhaseAt(now);
        return new OrderPage(whole, mail.Value.ReplyTo ?? mail.Value.From, phase)
        {
            TermsFrom = phase == OrderPhase.Coming ? now : whole.Order.PlacedAt,
        };
    }

    private async Task<OrderPage?> FindAsync(
        Expression<Func<Order, bool>> isWanted, CancellationToken cancellationToken) =>
        await orders.FindAsync(isWanted, cancellationToken) is { } whole ? Of(whole) : null;
}
