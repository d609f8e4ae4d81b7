using AssistPortal.Assist;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Waiting;

/// <summary>
/// What a mail about a free time leads to. Opening the link changes nothing; a button goes on with the order.
/// </summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("assist/wait")]
public sealed class OfferController(
    SlotOffers slots,
    DraftLimits limits,
    Cached<Catalogue> catalogue,
    IValidator<AvailabilityInput> fields,
    IClock clock) : Controller
{
    [HttpGet("offer")]
    public async Task<IActionResult> Offer([FromQuery] string? token, CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (Tolerant.Code(token).Length == 0)
        {
            // The list tells what is offered.
            return LocalRedirect("/assist");
        }

        var wish = await slots.FindAsync(Tolerant.Code(token), User.UserId(), cancellationToken);
        if (wish?.PhaseAt(clock.GetCurrentInstant()) != WaitPhase.Offered)
        {
            return await OverAsync(wish, cancellationToken);
        }

        var known = await catalogue.GetAsync(cancellationToken);
        return View(new OfferPage(wish, known.Package(wish.PackageId), known.Site(wish.SiteId).Site));
    }

    /// <summary>Goes on with the order, for which the reservation is held.</summary>
    [HttpPost("{id:guid}/take")]
    public async Task<IActionResult> Take(Guid id, CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        await limits.MakeRoomAsync(userId, cancellationToken);
        var known = await catalogue.GetAsync(cancellationToken);
        var draft = await slots.TakeAsync(id, userId, Fill, cancellationToken);
        return draft is null
            ? await OverAsync(await slots.FindAsync(id, userId, cancellationToken), cancellationToken)
            : LocalRedirect($"/assist/order/{draft}/continue");

        void Fill(OrderDraft draft, WaitingWish wish) =>
            draft.Fill(wish, known.Package(wish.PackageId), fields, clock.GetCurrentInstant());
    }

    /// <summary>There is no such offer for this host, or not any more.</summary>
    private async Task<ViewResult> OverAsync(WaitingWish? wish, CancellationToken cancellationToken)
    {
        Response.StatusCode = wish is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        var goOnWith = wish is not null && await slots.CanContinueAsync(wish, cancellationToken) ? wish.DraftId : null;
        var again = wish is null
            ? null
            : AvailabilityInput.WaitAddress(
                (await catalogue.GetAsync(cancellationToken)).Package(wish.PackageId).Code, wish.SiteId, wish.Time);
        return View("OfferOver", new OfferOverPage(OfferOverPage.ReasonOf(wish), goOnWith, again));
    }
}
