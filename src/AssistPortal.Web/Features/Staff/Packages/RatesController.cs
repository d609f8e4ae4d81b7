using AssistPortal.Assist;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>What a package costs, currency by currency.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/packages/{id:int}/rates")]
public sealed class RatesController(
    PortalDbContext db,
    PackageReader packages,
    RateCards cards,
    RatesValidator validator,
    RatesDifferences differences,
    IStringLocalizer<CatalogueTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    /// <summary>All cards; with a currency, its card or the form of a new one.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(
        int id, [FromQuery] RateChoiceInput input, CancellationToken cancellationToken)
    {
        if (await packages.FindAsync(id, cancellationToken) is not { } package)
        {
            return NotFound();
        }

        var priced = package.RateCards.Select(card => card.Currency).ToList();
        var sites = await Offering(id).Where(site => !priced.Contains(site.Currency)).ToListAsync(cancellationToken);
        var page = new RateListPage(package, input, sites);
        if (input.Currency is null)
        {
            return View("Rates", page);
        }

        if (CurrencyCode.Read(input.Currency) is { } currency)
        {
            return LocalRedirect($"{PathOf(id)}/{currency}");
        }

        return this.Refused("Rates", page, nameof(input.Currency), texts["Currency.Wrong"]);
    }

    [HttpGet("{currency}")]
    public async Task<IActionResult> Edit(int id, string currency, CancellationToken cancellationToken) =>
        await FindAsync(id, currency, cancellationToken) is { } page ? View("RateCard", page) : NotFound();

    [HttpPost("{currency}")]
    public async Task<IActionResult> Save(
        int id, string currency, RatesInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, currency, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        page = page with { Input = input };
        if (!this.Accepts(validator.ValidateCard(input, currency)))
        {
            return this.FormAgain("RateCard", page);
        }

        var (version, rates) = (Tolerant.Version(input.Version), input.ReadCard(currency));
        return await cards.SaveAsync(id, version, currency, rates, User.UserId(), cancellationToken) switch
        {
            EditOutcome.Saved => this.Saved(PathOf(id), texts["Notice.RatesSaved", currency]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "RateCard", await AgainAsync(page, cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }

    [HttpGet("{currency}/remove")]
    public async Task<IActionResult> AskRemove(int id, string currency, CancellationToken cancellationToken) =>
        await RemovalAsync(id, currency, cancellationToken) is { } page ? View("RemoveRates", page) : NotFound();

    [HttpPost("{currency}/remove")]
    public async Task<IActionResult> Remove(
        int id, string currency, [FromForm] string? version, CancellationToken cancellationToken) =>
        await cards.RemoveAsync(id, Tolerant.Version(version), currency, User.UserId(), cancellationToken) switch
        {
            EditOutcome.Saved => this.Saved(PathOf(id), texts["Notice.RatesRemoved", currency]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "RemoveRates", await RemovalAsync(id, currency, cancellationToken), texts["Remove.Changed"]),
            _ => NotFound(),
        };

    private static string PathOf(int id) => $"/staff/packages/{id}/rates";

    private async Task<RateCardPage?> FindAsync(int id, string currency, CancellationToken cancellationToken)
    {
        if (!Currencies.IsKnown(currency) || await packages.FindAsync(id, cancellationToken) is not { } package)
        {
            return null;
        }

        var card = package.RateCards.SingleOrDefault(item => item.Currency == currency);
        return new RateCardPage
        {
            Package = package,
            Currency = currency,
            Input = card is null ? RatesInput.New(package.Version) : RatesInput.From(card, package.Version),
        };
    }

    /// <summary>
    /// The form with what was typed, good for the rates as they are now; null where the package is gone.
    /// </summary>
    private async Task<RateCardPage?> AgainAsync(RateCardPage page, CancellationToken cancellationToken)
    {
        if (await FindAsync(page.Package.Id, page.Currency, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = now.Input.Version;
        return now with { Input = page.Input, Changed = differences.Between(page.Input, now.Input) };
    }

    private async Task<RateRemovalPage?> RemovalAsync(int id, string currency, CancellationToken cancellationToken) =>
        await FindAsync(id, currency, cancellationToken) is { Card: { } card } page
            ? new RateRemovalPage(
                page.Package,
                card,
                await Offering(id).Where(site => site.Currency == currency).ToListAsync(cancellationToken))
            : null;

    private IQueryable<Site> Offering(int id) => db.Set<Site>().AsNoTracking()
        .Where(site => site.Packages.Any(package => package.Id == id))
        .OrderBy(site => site.Name);
}
