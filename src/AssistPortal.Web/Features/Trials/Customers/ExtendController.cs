using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Extends several trials together: first what will happen to each, then what has.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials/extend")]
public sealed class ExtendController(
    PartnerAccess access, ExtendPages pages, IStringLocalizer<CustomersTexts> texts) : Controller
{
    private const string Trials = "Trials";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        if (await access.PartnerOfAsync(User.UserId(), cancellationToken) is null)
        {
            return NotFound();
        }

        return await pages.ForecastAsync([.. Request.Query[Trials]], User.UserId(), cancellationToken) is { } page
            ? View("Extend", page)
            : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Extend(CancellationToken cancellationToken)
    {
        if (await access.PartnerOfAsync(User.UserId(), cancellationToken) is null
            || await pages.ExtendAsync([.. Request.Form[Trials]], User.UserId(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        return page.Lines.Count > 0 ? View("Extended", page) : this.Refused("Extend", page, "", texts["Extend.None"]);
    }
}
