using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Ordering;

/// <summary>What a new order's contact details start from: the host's last order, else the profile.</summary>
public sealed class ContactPresets(PortalDbContext db)
{
    public async Task<ContactDetails> ForAsync(Guid hostUserId, CancellationToken cancellationToken)
    {
        var last = await LastAsync(order => order.HostUserId == hostUserId, cancellationToken);
        if (last is not null)
        {
            return last;
        }

        var user = await db.Set<PortalUser>()
            .AsNoTracking()
            .SingleAsync(item => item.Id == hostUserId, cancellationToken);
        return new ContactDetails
        {
            FirstName = user.FirstName,
            LastName = user.LastName,
            Phone = user.PhoneNumber ?? "",
            Email = user.Email ?? "",
            Company = user.Company,
        };
    }

    /// <summary>
    /// A customer without an account: what the site's last order for that address has, else the address alone.
    /// </summary>
    public async Task<ContactDetails> ForCustomerAsync(int siteId, string email, CancellationToken cancellationToken)
    {
        var upper = email.ToUpperInvariant();
        return await LastAsync(
            order => order.SiteId == siteId && order.Contact.Email.ToUpper() == upper, cancellationToken)
            ?? ContactDetails.Empty with { Email = email };
    }

    private Task<ContactDetails?> LastAsync(
        Expression<Func<Order, bool>> isWanted, CancellationToken cancellationToken) =>
        db.Set<Order>().AsNoTracking()
            .Where(isWanted)
            .OrderByDescending(order => order.PlacedAt)
            .Select(order => order.Contact)
            .FirstOrDefaultAsync(cancellationToken);
}
