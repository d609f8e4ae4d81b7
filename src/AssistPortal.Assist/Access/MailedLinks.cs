using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Access;

internal static class MailedLinks
{
    /// <summary>Ends all mailed links to an order: whoever has them is not its contact any more.</summary>
    public static Task<int> EndLinksAsync(
        this PortalDbContext db, Guid orderId, CancellationToken cancellationToken) =>
        db.Set<OrderAccessToken>().Where(token => token.OrderId == orderId).ExecuteDeleteAsync(cancellationToken);
}
