using System.Globalization;
using AssistPortal.Assist;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Waiting;

/// <summary>Lets a host wait for a time at which nobody is free, and stop waiting.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("assist/wait")]
public sealed class WaitController(
    HostOffers offers,
    AvailabilityReader reader,
    BookingWindows windows,
    WaitingList waiting,
    IStringLocalizer<WaitingTexts> texts) : Controller
{
    private static readonly string[] Fields =
    [
        nameof(AvailabilityInput.SiteId), nameof(AvailabilityInput.PackageCode), nameof(AvailabilityInput.StartDate),
        nameof(AvailabilityInput.StartTime), nameof(AvailabilityInput.Fold), nameof(AvailabilityInput.TimeZone),
        nameof(AvailabilityInput.DurationMinutes), "Draft",
    ];

    [HttpGet]
    public async Task<IActionResult> Form(
        [FromQuery] AvailabilityInput input, [FromQuery] Guid? draft, CancellationToken cancellationToken) =>
        View("Wait", await PageAsync(input, draft, cancellationToken));

    /// <summary>'Tell me when': whoever waits already for the very same keeps the place.</summary>
    [HttpPost]
    public async Task<IActionResult> Join(
        [FromForm] AvailabilityInput input, [FromForm] Guid? draft, CancellationToken cancellationToken)
    {
        var page = await PageAsync(input, draft, cancellationToken);
        var leadTime = await windows.FindShortNoticeAsync(User.UserId(), cancellationToken) is null
            ? LeadTime.Usual
            : LeadTime.Short;
        if (reader.ReadWish(input, page.Sites, leadTime, ModelState) is not var (site, package, time))
        {
            return this.FormAgain("Wait", page);
        }

        var request = new WaitRequest
        {
            HostUserId = User.UserId(),
            SiteId = site.Id,
            PackageId = package.Id,
            Time = time,
            Language = CultureInfo.CurrentUICulture.Name,
            DraftId = draft,
        };
        return await waiting.JoinAsync(request, cancellationToken) switch
        {
            WaitOutcome.Waits => this.Saved("/assist", "Waiting"),
            WaitOutcome.TooMany => this.Refused("Wait", page, "", texts["TooMany", WaitingList.MostWishes]),
            _ => this.Refused("Wait", page with { IsFree = true }, nameof(input.StartTime), texts["Free"]),
        };
    }

    /// <summary>Whatever leads away from the page and back to it: what was typed comes along.</summary>
    [HttpPost("leave")]
    public IActionResult LeavePage([FromQuery] string? to) =>
        this.GoOn(to, LeftForms.AddressOf(Request.Form, "/assist/wait", Fields));

    /// <summary>Stops waiting, or gives back what is offered.</summary>
    [HttpPost("{id:guid}/leave")]
    public async Task<IActionResult> Leave(Guid id, CancellationToken cancellationToken) =>
        await waiting.LeaveAsync(id, User.UserId(), cancellationToken) ? this.Saved("/assist", "Left") : NotFound();

    private async Task<WaitPage> PageAsync(AvailabilityInput input, Guid? draft, CancellationToken cancellationToken)
    {
        var sites = await offers.ForAsync(User.UserId(), cancellationToken);
        ModelState.Clear();
        return new WaitPage
        {
            Input = input,
            DraftId = draft,
            Sites = sites,
            OfferMinutes = waiting.OfferMinutes,
            Doubled = input.Doubled(Tolerant.Zone(input.TimeZone)),
        };
    }
}
