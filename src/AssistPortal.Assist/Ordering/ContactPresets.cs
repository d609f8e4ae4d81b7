using System.Linq.Expressions;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Ordering;

/// <summary>What a new order's contact details start from: the host's last order, else the profile.</summary>
public sealed class ContactPresets(PortalDbContext db, HostOffers offers)
{
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, IAsyncEnumerable<Row>>> OfHost = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid hostUserId) =>
            from user in db.Users
            where user.Id == hostUserId
            from member in db.Set<SiteMember>().Where(item => item.UserId == user.Id).DefaultIfEmpty()
            from last in db.Set<Order>()
                .Where(order => order.Id == db.Set<Order>()
                    .Where(item => item.HostUserId == hostUserId)
                    .OrderByDescending(item => item.PlacedAt)
                    .Select(item => item.Id)
                    .First())
                .DefaultIfEmpty()
            select new Row(
                last == null ? user.FirstName : last.Contact.FirstName,
                last == null ? user.LastName : last.Contact.LastName,
                last == null ? user.PhoneNumber : last.Contact.Phone,
                last == null ? user.Email : last.Contact.Email,
                last == null ? user.Company : last.Contact.Company,
                member == null ? null : member.SiteId)));

    /// <summary>Of somebody with an account, whose sites are known from then on.</summary>
    public async Task<ContactDetails> ForAsync(Guid hostUserId, CancellationToken cancellationToken)
    {
        var rows = await OfHost.On(db)(db, hostUserId).ToListAsync(cancellationToken);
        offers.Know(hostUserId, [.. rows.Select(row => row.SiteId).OfType<int>()]);
        var host = rows[0];
        return new ContactDetails
        {
            FirstName = host.FirstName,
            LastName = host.LastName,
            Phone = host.Phone ?? "",
            Email = host.Email ?? "",
            Company = host.Company,
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

    /// <summary>One for each site.</summary>
    private sealed record Row(
        string FirstName, string LastName, string? Phone, string? Email, string Company, int? SiteId);
}
