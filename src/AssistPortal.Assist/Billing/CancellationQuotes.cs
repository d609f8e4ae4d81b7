using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Billing;

/// <summary>Says what cancelling an order costs.</summary>
public sealed class CancellationQuotes(PortalDbContext db)
{
    /// <param name="order">The order with fee lines and terms.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<CancellationQuote> OfAsync(Order order, Instant now, CancellationToken cancellationToken) =>
        CancellationQuote.Of(order, await db.ContractOfAsync(order, cancellationToken), now);
}
