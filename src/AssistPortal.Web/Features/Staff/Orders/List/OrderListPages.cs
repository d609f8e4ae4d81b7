using System.Security.Claims;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Gathers what the list's page shows beside its orders.</summary>
public sealed class OrderListPages(
    Cached<Catalogue> catalogue, Cached<Roster> roster, DeskStaff staff, ReaderTimes times)
{
    public async Task<OrderListPage> OfAsync(
        OrderListInput input, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var desk = await staff.OfAsync(user.UserId(), cancellationToken);
        return new OrderListPage
        {
            Input = input,
            Catalogue = await catalogue.GetAsync(cancellationToken),
            Producers = (await roster.GetAsync(cancellationToken)).Names,
            People = desk.People,
            Saved = desk.Views,
            Time = times.In(desk.TimeZone),
        };
    }
}
