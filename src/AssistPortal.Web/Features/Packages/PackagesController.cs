using AssistPortal.Assist;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Packages;

/// <summary>Assist Services: what may be ordered, how packages compare, and orders that are not finished yet.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("assist")]
public sealed class PackagesController(
    PortalDbContext db,
    Cached<Catalogue> catalogue,
    Cached<ServedPackages> served,
    HostOffers offers,
    WaitingList waiting,
    MeetingPages meetings,
    IOptions<BookingOptions> options,
    IClock clock) : Controller
{
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Instant, IAsyncEnumerable<OrderDraft>>> Drafts =
        new(() => EF.CompileAsyncQuery((PortalDbContext db, Guid userId, Instant now) => db.Set<OrderDraft>()
            .AsNoTracking()
            .Where(draft => draft.OpenedById == userId && !draft.IsByStaff && draft.ExpiresAt > now)
            .OrderByDescending(draft => draft.ExpiresAt)
            .AsQueryable()));

    [HttpGet("")]
    public async Task<IActionResult> AssistServices(CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        var known = await catalogue.GetAsync(cancellationToken);
        var sites = await offers.ForAsync(userId, cancellationToken);
        var drafts = await DraftsAsync(userId, cancellationToken);
        return View(new AssistServicesPage(
            sites,
            drafts,
            await meetings.OfAsync(userId, sites, drafts, everywhere: false, cancellationToken),
            [
                .. (await waiting.OfAsync(userId, cancellationToken)).Select(
                    wish => new WaitingLine(wish, known.Package(wish.PackageId))),
            ],
            options.Value.LeadTimeDays));
    }

    /// <summary>
    /// The host's meetings, also of directories that may take a while; a script brings them to Assist Services.
    /// </summary>
    [HttpGet("meetings")]
    public async Task<IActionResult> Meetings(CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        var sites = await offers.ForAsync(userId, cancellationToken);
        var drafts = await DraftsAsync(userId, cancellationToken);
        return View(await meetings.OfAsync(userId, sites, drafts, everywhere: true, cancellationToken));
    }

    [HttpGet("compare")]
    public async Task<IActionResult> Compare(CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        var (people, now) = (await served.GetAsync(cancellationToken), clock.GetCurrentInstant());
        return View(new PackageComparison(
            [.. known.Packages.Where(package => package.IsActive && people.Has(package.Id, now))],
            known.ComparisonRows));
    }

    /// <summary>Orders to be continued, the one worked on last first.</summary>
    private async Task<IReadOnlyList<OrderDraft>> DraftsAsync(Guid userId, CancellationToken cancellationToken)
    {
        var drafts = await Drafts.On(db)(db, userId, clock.GetCurrentInstant()).ToListAsync(cancellationToken);
        return drafts.FindAll(draft => !draft.IsUntouched);
    }
}

/// <param name="Sites">The host's sites with what they offer.</param>
/// <param name="Drafts">Orders to be continued, the one worked on last first.</param>
/// <param name="Meetings">The host's meetings for which help can be ordered.</param>
/// <param name="Waiting">What the host waits for or is offered, the nearest first.</param>
/// <param name="LeadTimeDays">Least days from the day of ordering to the event's.</param>
public sealed record AssistServicesPage(
    IReadOnlyList<SiteOffer> Sites,
    IReadOnlyList<OrderDraft> Drafts,
    MeetingLines Meetings,
    IReadOnlyList<WaitingLine> Waiting,
    int LeadTimeDays)
{
    /// <summary>How many drafts are shown at once; the rest is folded away.</summary>
    public const int DraftsShown = 2;

    /// <summary>Each package once, with the sites at which it may be ordered.</summary>
    public IEnumerable<(ServicePackage Package, IReadOnlyList<SiteOffer> Sites)> Packages =>
        from offer in Sites
        from package in offer.Packages
        group (package, offer) by package.Code into sameCode
        orderby sameCode.First().package.DisplayOrder
        select (sameCode.First().package, (IReadOnlyList<SiteOffer>)[.. sameCode.Select(item => item.offer)]);
}
