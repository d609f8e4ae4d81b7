using System.Text.Json;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Orders.New;

/// <summary>Begins an order for a customer who has called; the steps of ordering go on with it.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/new")]
public sealed class NewOrderController(
    HostOffers offers, StaffDrafts drafts, NewOrderReader reader, Cached<Catalogue> catalogue) : Controller
{
    private const string Page = "New";
    private const string Typed = "NewOrder";

    /// <param name="siteId">A site to start from.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    [HttpGet("")]
    public async Task<IActionResult> Form([FromQuery] string? siteId, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var input = TempData[Typed] is string left
            ? FormFields.Fill<NewOrderInput>(JsonSerializer.Deserialize<Dictionary<string, string>>(left) ?? [])
            : new NewOrderInput { SiteId = siteId };
        return View(Page, await PageAsync(input, null, cancellationToken));
    }

    [HttpPost("")]
    public async Task<IActionResult> Begin([FromForm] NewOrderInput input, CancellationToken cancellationToken)
    {
        var sites = await offers.AllAsync(cancellationToken);
        if (await reader.ReadAsync(input, sites, ModelState, cancellationToken) is not { } request)
        {
            return this.FormAgain(Page, await PageAsync(input, sites, cancellationToken));
        }

        var draft = await drafts.OpenAsync(User.UserId(), request, cancellationToken);
        return LocalRedirect(StepPaths.Of(draft, OrderStep.Availability));
    }

    /// <summary>
    /// Another language or theme, or signed in again: what was typed comes back once. It names people, and stands in
    /// no address.
    /// </summary>
    [HttpPost("leave")]
    public IActionResult LeavePage([FromForm] NewOrderInput input, [FromQuery] string? to)
    {
        if (to?.StartsWith("/preferences/", StringComparison.Ordinal) != false)
        {
            TempData[Typed] = JsonSerializer.Serialize(FormFields.Of(input));
        }

        return this.GoOn(to, StepPaths.Before(isByStaff: true));
    }

    private async Task<NewOrderPage> PageAsync(
        NewOrderInput input, IReadOnlyList<SiteOffer>? sites, CancellationToken cancellationToken) => new(
        input,
        sites ?? await offers.AllAsync(cancellationToken),
        await drafts.OfAsync(User.UserId(), cancellationToken),
        await catalogue.GetAsync(cancellationToken));
}
