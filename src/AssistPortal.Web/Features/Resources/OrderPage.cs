using System.Globalization;
using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Resources;

/// <summary>A placed order as its host sees it.</summary>
public sealed record OrderPage
{
    public required Order Order { get; init; }

    public required Site Site { get; init; }

    public required ServicePackage Package { get; init; }

    public required Producer Producer { get; init; }

    /// <summary>The producer's reserved time, with lead and trail.</summary>
    public required Interval Reserved { get; init; }

    /// <summary>Where coordinators are written to.</summary>
    public required string CoordinatorEmail { get; init; }

    public string PackageName => Package.Texts.In(CultureInfo.CurrentUICulture).Name;
}

/// <summary>Finds a host's own orders; anybody else's are not found.</summary>
public sealed class OrderPages(PortalDbContext db, Kept<Catalogue> catalogue, IOptions<MailOptions> mail)
{
    public Task<OrderPage?> FindAsync(Guid hostUserId, RequestNumber number, CancellationToken cancellationToken)
    {
        var compact = number.Compact;
        return FindAsync(order => order.HostUserId == hostUserId && order.Number == compact, cancellationToken);
    }

    public Task<OrderPage?> FindByDraftAsync(Guid hostUserId, Guid draftId, CancellationToken cancellationToken) =>
        FindAsync(order => order.HostUserId == hostUserId && order.DraftId == draftId, cancellationToken);

    private async Task<OrderPage?> FindAsync(
        Expression<Func<Order, bool>> isWanted, CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>().AsNoTracking()
            .Include(item => item.FeeLines)
            .Include(item => item.CancellationTiers)
            .Include(item => item.SessionWishes)
            .SingleOrDefaultAsync(isWanted, cancellationToken);
        if (order is null)
        {
            return null;
        }

        var reservation = await db.Set<Reservation>().AsNoTracking()
            .Where(item => item.OrderId == order.Id)
            .Select(item => new { item.Start, item.End })
            .FirstOrDefaultAsync(cancellationToken);
        var known = await catalogue.GetAsync(cancellationToken);
        return new OrderPage
        {
            Order = order,
            Site = known.Site(order.SiteId).Site,
            Package = known.Package(order.PackageId),
            Producer = await db.Set<Producer>().AsNoTracking()
                .SingleAsync(producer => producer.Id == order.ProducerId, cancellationToken),
            Reserved = reservation is null
                ? new Interval(order.Time.Start, order.Time.End)
                : new Interval(reservation.Start, reservation.End),
            CoordinatorEmail = mail.Value.ReplyTo ?? mail.Value.From,
        };
    }
}
