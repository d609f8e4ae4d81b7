using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Billing;

internal static class OrderContracts
{
    /// <summary>
    /// What an order's site has agreed for its package, in the order's own currency; null where that is nothing.
    /// </summary>
    public static Task<Contract?> ContractOfAsync(
        this PortalDbContext db, Order order, CancellationToken cancellationToken) =>
        db.Set<Contract>().AsNoTracking().Include(contract => contract.Extras).SingleOrDefaultAsync(
            contract => contract.SiteId == order.SiteId
                && contract.PackageId == order.PackageId
                && contract.Currency == order.Currency,
            cancellationToken);
}
