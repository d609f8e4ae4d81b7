using AssistPortal.Assist;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Facts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Begins an order like an earlier one: everything but its time and its meeting is filled in.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("resources/orders/{number}/again")]
public sealed class OrderAgainController(
    PortalDbContext db, OrderPages orders, HostOffers offers, DraftLimits limits, IClock clock) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Begin(string number, CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        if (!RequestNumber.TryParse(number, out var parsed)
            || await orders.FindAsync(userId, parsed.Value, cancellationToken) is not { Order: var order })
        {
            return NotFound();
        }

        var offered = await offers.ForAsync(userId, cancellationToken);
        if (!offered.Any(offer => offer.Site.Id == order.SiteId
            && offer.Packages.Any(package => package.Id == order.PackageId)))
        {
            TempData["Notice"] = "NotAgain";
            return LocalRedirect("/assist");
        }

        var now = clock.GetCurrentInstant();
        await limits.MakeRoomAsync(userId, cancellationToken);
        var draft = OrderDraft.Begin(userId, order.SiteId, order.PackageId, order.Contact, now);
        draft.SetEvent(
            new EventInformation(
                order.Event with { MeetingNumber = "", MeetingUrl = "" },
                [.. (order.Rates?.Extras ?? []).Select(extra => new OrderedExtra(extra.Kind, extra.Minutes))],
                SessionWishes: [],
                order.ReportEmail),
            now);
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(StepPaths.Of(draft.Id, OrderStep.Availability));
    }
}
