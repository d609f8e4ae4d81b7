using AssistPortal.Assist;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>All that a host has ordered: order/support history.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("resources/history")]
public sealed class HistoryController(
    HistoryList list,
    HistoryCsv csv,
    Cached<Catalogue> catalogue,
    ReaderTimes times,
    IValidator<HistoryInput> validator,
    IClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] HistoryInput input, CancellationToken cancellationToken)
    {
        var isValid = this.Accepts(await validator.ValidateAsync(input, cancellationToken));
        var filter = await FilterAsync(input, cancellationToken);
        var known = await catalogue.GetAsync(cancellationToken);
        var kinds = await list.KindsAsync(User.UserId(), cancellationToken);
        var page = new HistoryPage
        {
            Filter = filter,
            Listed = isValid ? await list.ReadAsync(filter, cancellationToken) : null,
            Zone = Wording.Zone(filter.Now.InZone(filter.Zone)),
            Catalogue = known,
            Sites = [.. kinds.Select(kind => kind.SiteId)
                .Distinct()
                .Select(known.FindSite)
                .OfType<SiteOffer>()
                .Select(offer => offer.Site)],
            Packages = [.. known.Packages.Where(package => kinds.Any(kind => kind.PackageId == package.Id))],
        };
        return isValid ? View("History", page) : this.FormAgain("History", page);
    }

    /// <summary>All of the filter, sent while they are read.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] HistoryInput input) =>
        (await validator.ValidateAsync(input, HttpContext.RequestAborted)).IsValid
            ? await csv.WriteAsync(await FilterAsync(input, HttpContext.RequestAborted), HttpContext.RequestAborted)
            : BadRequest();

    private async Task<HistoryFilter> FilterAsync(HistoryInput input, CancellationToken cancellationToken) =>
        new(input, User.UserId(), await times.ZoneOfAsync(User, cancellationToken), clock.GetCurrentInstant());
}
