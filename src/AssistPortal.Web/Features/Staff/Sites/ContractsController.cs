using System.Globalization;
using AssistPortal.Assist;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
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
        int siteId,
        int packageId,
        RatesInput input,
        [FromForm(Name = "Currency")] string? typedIn,
        CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(siteId, packageId, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var currency = page.Site.Currency;
        if (typedIn is not null && typedIn != currency)
        {
            input.Version = page.Input.Version;
            return this.Changed(
                "Contract", page with { Input = input }, texts["Contract.CurrencyChanged", typedIn, currency]);
        }

        page = page with { Input = input };
        if (!this.Accepts(validator.ValidateContract(input, currency)))
        {
            return this.FormAgain("Contract", page);
        }

        var version = Tolerant.Number(input.Version);
        var outcome = await desk.SaveAsync(
            page.Site, packageId, version, input.ReadContract(currency), User.UserId(), cancellationToken);
        return outcome switch
        {
            EditOutcome.Saved => this.Saved(PathOf(page), texts["Notice.ContractSaved", NameOf(page)]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "Contract", await AgainAsync(page, cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }

    /// <summary>
    /// The question before a contract is removed: that in the site's currency, or in one that is named.
    /// </summary>
    [HttpGet("{packageId:int}/remove")]
    public async Task<IActionResult> AskRemove(
        int siteId, int packageId, [FromQuery] string? currency, CancellationToken cancellationToken) =>
        await pages.FindAsync(siteId, packageId, cancellationToken) is { } page
            && page.In(currency) is { Removed: not null } asked
            ? View("RemoveContract", asked)
            : NotFound();

    [HttpPost("{packageId:int}/remove")]
    public async Task<IActionResult> Remove(
        int siteId,
        int packageId,
        [FromForm] string? version,
        [FromForm] string? currency,
        CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(siteId, packageId, cancellationToken) is not { } found
            || found.In(currency) is not { Removed: { } contract } page)
        {
            return NotFound();
        }

        var outcome = await desk.RemoveAsync(
            siteId, packageId, contract.Currency, Tolerant.Version(version), User.UserId(), cancellationToken);
        return outcome switch
        {
            EditOutcome.Saved => this.Saved(PathOf(page), texts["Notice.ContractRemoved", NameOf(page)]),
            EditOutcome.ChangedMeanwhile => this.Changed("RemoveContract", page, rates["Remove.Changed"]),
            _ => NotFound(),
        };
    }

    private static string NameOf(ContractPage page) => page.Line.Package.Texts.In(CultureInfo.CurrentUICulture).Name;

    private static string PathOf(ContractPage page) => $"/staff/sites/{page.Site.Id}/contracts";

    /// <summary>
    /// The form with what was typed, good for the contract as it is now; null where its package is gone.
    /// </summary>
    private async Task<ContractPage?> AgainAsync(ContractPage page, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(page.Site.Id, page.Line.Package.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = now.Input.Version;
        return now with { Input = page.Input, Changed = differences.Between(page.Input, now.Input) };
    }
}
