using System.Globalization;
using AssistPortal.Assist;
using AssistPortal.Assist.Access;
using AssistPortal.Assist.Billing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>What a site pays instead of the standard rates.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/sites/{siteId:int}/contracts")]
public sealed class ContractsController(
    ContractPages pages,
    ContractDesk desk,
    RatesValidator validator,
    RatesDifferences differences,
    IStringLocalizer<SitesTexts> texts,
    IStringLocalizer<CatalogueTexts> rates,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(int siteId, CancellationToken cancellationToken) =>
        await pages.ListAsync(siteId, cancellationToken) is { } page ? View("Contracts", page) : NotFound();

    [HttpGet("{packageId:int}")]
    public async Task<IActionResult> Edit(int siteId, int packageId, CancellationToken cancellationToken) =>
        await pages.FindAsync(siteId, packageId, cancellationToken) is { } page ? View("Contract", page) : NotFound();

    [HttpPost("{packageId:int}")]
    public async Task<IActionResult> Save(
        int siteId, int packageId, RatesInput input, [FromForm(Name = "Currency")] string? typedIn, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(siteId, packageId, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var currency = page.Site.Currency;
        if (typedIn is not null && typedIn != currency)
        {
            ModelState.AddModelError("", texts["Contract.CurrencyChanged", typedIn, currency]);
            input.Version = page.Input.Version;
            return this.FormChanged("Contract", page with { Input = input });
        }

        page = page with { Input = input };
        if (!this.Accepts(validator.ValidateContract(input, currency)))
        {
            return this.FormAgain("Contract", page);
        }

        var version = Tolerant.Number(input.Version);
        var outcome = await desk.SaveAsync(page.Site, packageId, version, input.ReadContract(currency), User.UserId(), cancellationToken);
        if (outcome == EditOutcome.ChangedMeanwhile && await pages.FindAsync(siteId, packageId, cancellationToken) is { } now)
        {
            ModelState.AddModelError("", shared["Changed.Error"]);
            input.Version = now.Input.Version;
            return this.FormChanged("Contract", now with { Input = input, Changed = differences.Between(input, now.Input) });
        }

        return outcome == EditOutcome.Saved ? Done(page, texts["Notice.ContractSaved", NameOf(page)]) : NotFound();
    }

    /// <summary>The question before a contract is removed: that in the site's currency, or in one that is named.</summary>
    [HttpGet("{packageId:int}/remove")]
    public async Task<IActionResult> AskRemove(
        int siteId, int packageId, [FromQuery] string? currency, CancellationToken cancellationToken) =>
        await pages.FindAsync(siteId, packageId, cancellationToken) is { } page && page.In(currency) is { Removed: not null } asked
            ? View("RemoveContract", asked)
            : NotFound();

    [HttpPost("{packageId:int}/remove")]
    public async Task<IActionResult> Remove(
        int siteId, int packageId, [FromForm] string? version, [FromForm] string? currency, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(siteId, packageId, cancellationToken) is not { } found
            || found.In(currency) is not { Removed: { } contract } page)
        {
            return NotFound();
        }

        var outcome = await desk.RemoveAsync(
            siteId, packageId, contract.Currency, Tolerant.Number(version) ?? -1, User.UserId(), cancellationToken);
        if (outcome == EditOutcome.ChangedMeanwhile)
        {
            ModelState.Clear();
            ModelState.AddModelError("", rates["Remove.Changed"]);
            return this.FormChanged("RemoveContract", page);
        }

        return outcome == EditOutcome.Saved ? Done(page, texts["Notice.ContractRemoved", NameOf(page)]) : NotFound();
    }

    private static string NameOf(ContractPage page) => page.Line.Package.Texts.In(CultureInfo.CurrentUICulture).Name;

    private LocalRedirectResult Done(ContractPage page, LocalizedString notice)
    {
        TempData["Notice"] = notice.Value;
        return LocalRedirect($"/staff/sites/{page.Site.Id}/contracts");
    }
}
