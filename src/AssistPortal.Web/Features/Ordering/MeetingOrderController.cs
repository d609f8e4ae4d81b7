using AssistPortal.Assist;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Offers;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Begins an order for a meeting of the host: all that its directory knows is filled in.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("assist/meetings/order")]
public sealed class MeetingOrderController(HostOffers offers, HostMeetings meetings, MeetingDrafts drafts) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Begin(
        [FromForm] int siteId, [FromForm] string? sessionKey, CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        var offer = (await offers.ForAsync(userId, cancellationToken)).FirstOrDefault(item => item.Site.Id == siteId);
        if (offer is not { Packages.Count: > 0 } || string.IsNullOrEmpty(sessionKey))
        {
            return NotFound();
        }

        if (await drafts.FindAsync(userId, siteId, sessionKey, cancellationToken) is { } begun)
        {
            return LocalRedirect($"/assist/order/{begun}/continue");
        }

        switch (await meetings.FindAsync(userId, offer.Site, sessionKey, cancellationToken))
        {
            case null:
                TempData["Notice"] = "NoMeeting";
                return LocalRedirect("/assist");
            case { Order: { } order }:
                // Of somebody else's order the list tells.
                return LocalRedirect(order.IsOwn ? $"/resources/orders/{order.Number}" : "/assist/meetings");
            case var meeting:
                var draft = await drafts.BeginAsync(userId, offer, meeting, cancellationToken);
                return LocalRedirect($"/assist/order/{draft}/continue");
        }
    }
}
