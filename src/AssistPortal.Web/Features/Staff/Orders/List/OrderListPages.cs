using System.Security.Claims;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Gathers what the list's page shows beside its orders.</summary>
public sealed class OrderListPages(
    PortalDbContext db, Cached<Catalogue> catalogue, OrderOwners owners, ReaderTimes times)
{
    public async Task<OrderListPage> OfAsync(
        OrderListInput input, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var producers = await db.Set<Producer>()
            .OrderBy(producer => producer.Name)
            .Select(producer => new { producer.Id, producer.Name })
            .ToListAsync(cancellationToken);
        return new OrderListPage
        {
            Input = input,
            Catalogue = await catalogue.GetAsync(cancellationToken),
            Producers = [.. producers.Select(producer => (producer.Id, producer.Name))],
            People = await owners.PeopleAsync(cancellationToken),
            Time = await times.OfAsync(user, cancellationToken),
        };
    }
}
