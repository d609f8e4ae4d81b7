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
        var last = await db.Set<Order>().AsNoTracking()
            .Where(order => order.HostUserId == hostUserId)
            .OrderByDescending(order => order.PlacedAt)
            .Select(order => order.Contact)
            .FirstOrDefaultAsync(cancellationToken);
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
}
