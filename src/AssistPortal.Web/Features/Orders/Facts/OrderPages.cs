using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Facts;

/// <summary>Finds a host's own orders; anybody else's are not found.</summary>
public sealed class OrderPages(OrderReader orders, IOptions<MailOptions> mail, IClock clock)
{
    public Task<OrderPage?> FindAsync(Guid hostUserId, RequestNumber number, CancellationToken cancellationToken)
    {
        var compact = number.Compact;
        return FindAsync(order => order.HostUserId == hostUserId && order.Number == compact, cancellationToken);
    }

    public Task<OrderPage?> FindByDraftAsync(Guid hostUserId, Guid draftId, CancellationToken cancellationToken) =>
        FindAsync(order => order.HostUserId == hostUserId && order.DraftId == draftId, cancellationToken);

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
