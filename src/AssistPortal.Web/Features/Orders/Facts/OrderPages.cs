using AssistPortal.Assist.Orders;
using AssistPortal.Mail;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Facts;

/// <summary>Finds somebody's own orders; anybody else's are not found.</summary>
public sealed class OrderPages(OrderReader orders, IOptions<MailOptions> mail, IClock clock)
{
    public async Task<OrderPage?> FindAsync(
        Guid hostUserId, RequestNumber number, CancellationToken cancellationToken) =>
        await orders.FindAsync(number, cancellationToken) is { } whole && whole.Order.HostUserId == hostUserId
            ? Of(whole)
            : null;

    /// <summary>The order of a draft, for its host or for the coordinator who placed it.</summary>
    public async Task<OrderPage?> FindByDraftAsync(Guid userId, Guid draftId, CancellationToken cancellationToken) =>
        await orders.FindByDraftAsync(draftId, cancellationToken) is { } whole
            && (whole.Order.HostUserId == userId || whole.Order.PlacedById == userId)
            ? Of(whole) with { IsForStaff = whole.Order.PlacedById == userId }
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
}
