using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>What cancelling each of many orders costs, by one query.</summary>
    /// <param name="orders">The orders with fee lines and terms.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<IReadOnlyDictionary<Guid, CancellationQuote>> OfAllAsync(
        IReadOnlyCollection<Order> orders, Instant now, CancellationToken cancellationToken)
    {
        var sites = orders.Select(order => order.SiteId).Distinct().ToList();
        var contracts = await db.Set<Contract>().AsNoTracking()
            .Include(contract => contract.Extras)
            .Where(contract => sites.Contains(contract.SiteId))
            .ToDictionaryAsync(
                contract => (contract.SiteId, contract.PackageId, contract.Currency), cancellationToken);
        return orders.ToDictionary(
            order => order.Id,
            order => CancellationQuote.Of(
                order, contracts.GetValueOrDefault((order.SiteId, order.PackageId, order.Currency)), now));
    }
}
