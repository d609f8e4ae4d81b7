using AssistPortal.Assist;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Begins, continues and drops orders.</summary>
[Authorize(Roles = DraftRoles.All)]
public sealed class DraftsController(
    PortalDbContext db,
    HostOffers offers,
    ContactPresets contacts,
    DraftLimits limits,
    ReservationBook reservations,
    IClock clock)
    : OrderStepController
{
    [HttpPost("assist/order")]
    [Authorize(Roles = AssistRoles.Host)]
    public async Task<IActionResult> Begin(
        [FromForm] string? packageCode, [FromForm] int? siteId, CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        var contact = await contacts.ForAsync(userId, cancellationToken);
        var chosen = (await offers.ForAsync(userId, cancellationToken))
            .Where(offer => siteId is null || offer.Site.Id == siteId)
            .SelectMany(offer => offer.Packages.Select(package => (offer.Site, Package: package)))
            .FirstOrDefault(item => item.Package.Code == packageCode);
        if (chosen.Package is null)
        {
            return NotFound();
        }

        if (await limits.FindOrMakeRoomAsync(
            userId,
            draft => !draft.IsByStaff && draft.SiteId == chosen.Site.Id && draft.PackageId == chosen.Package.Id,
            cancellationToken) is { } untouched)
        {
            return LocalRedirect(StepPaths.Of(untouched, OrderStep.Availability));
        }

        var draft = OrderDraft.Begin(userId, chosen.Site.Id, chosen.Package.Id, contact, clock.GetCurrentInstant());
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(StepPaths.Of(draft.Id, OrderStep.Availability));
    }

    /// <summary>Goes on where it was left off.</summary>
    [HttpGet(StepPaths.Order + "/continue")]
    [OrderStep(OrderStep.Availability)]
    public IActionResult Continue() => To(OrderJourney.LastAllowed(Draft, Package.ScheduledFirst));

    /// <summary>Cancel Assist Services: drops the draft and frees the producer.</summary>
    [HttpPost(StepPaths.Order + "/discard")]
    [OrderStep(OrderStep.Availability)]
    public async Task<IActionResult> Discard(CancellationToken cancellationToken)
    {
        await reservations.ReleaseAsync(Draft.Id, cancellationToken);
        db.Remove(Draft);
        await db.SaveChangesAsync(cancellationToken);
        return this.Saved(StepPaths.Before(Draft.IsByStaff), "Discarded");
    }
}
