using AssistPortal.Assist;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The packages of the catalogue: list, add, edit.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/packages")]
public sealed class PackageDeskController(
    PackageReader packages,
    PackageDesk desk,
    PackageValidator validator,
    PackageDifferences differences,
    StillToCome stillToCome,
    IStringLocalizer<CatalogueTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken)
    {
        var all = await packages.AllAsync(cancellationToken);
        return View("Packages", new PackageListPage(all, await packages.UnservedAsync(all, cancellationToken)));
    }

    [HttpGet("add")]
    public async Task<IActionResult> Add(CancellationToken cancellationToken)
    {
        var last = (await packages.AllAsync(cancellationToken)).Select(package => package.DisplayOrder)
            .DefaultIfEmpty(0)
            .Max();
        return View("Package", new PackagePage { Input = PackageInput.New(last + 1) });
    }

    [HttpPost("add")]
    public async Task<IActionResult> AddNew(PackageInput input, CancellationToken cancellationToken)
    {
        input.Version = null;
        var page = new PackagePage { Input = input };
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Package", page);
        }

        var (outcome, id) = await desk.AddAsync(
            Tolerant.Code(input.Code), input.Read(), User.UserId(), cancellationToken);
        return outcome == EditOutcome.Saved
            ? this.Saved($"/staff/packages/{id}/rates", texts["Notice.PackageAdded"])
            : this.Refused("Package", page, nameof(input.Code), texts["Code.Taken"]);
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await packages.FindAsync(id, cancellationToken) is { } package
            ? View("Package", await PageAsync(package, PackageInput.From(package), cancellationToken))
            : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Save(int id, PackageInput input, CancellationToken cancellationToken)
    {
        if (await packages.FindAsync(id, cancellationToken) is not { } package)
        {
            return NotFound();
        }

        input.Code = package.Code;
        var page = await PageAsync(package, input, cancellationToken);
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Package", page);
        }

        if (await ComingAsync(package, input, cancellationToken) is { } coming)
        {
            return View("Package", page with { Coming = coming });
        }

        return await desk.ChangeAsync(
            id, Tolerant.Version(input.Version), input.Read(), User.UserId(), cancellationToken) switch
        {
            EditOutcome.Saved => this.Saved($"/staff/packages/{id}", texts["Notice.PackageSaved"]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "Package", await AgainAsync(page, cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }

    /// <summary>What is to be looked at before; null where nothing is, or it was.</summary>
    private async Task<ComingNotice?> ComingAsync(
        ServicePackage package, PackageInput input, CancellationToken cancellationToken) =>
        package.IsActive && !input.Read().IsActive && input.Anyway != PackageInput.Yes
            && await stillToCome.OfPackageAsync(package.Id, cancellationToken) is { IsNothing: false } things
            ? new ComingNotice(things, $"~/staff/orders?status=coming&package={package.Code}")
            : null;

    private async Task<PackagePage> PageAsync(
        ServicePackage package, PackageInput input, CancellationToken cancellationToken) => new()
        {
            Package = package,
            Input = input,
            IsUnserved = (await packages.UnservedAsync([package], cancellationToken)).Count > 0,
        };

    /// <summary>The form with what was typed, good for the package as it is now; null where that is gone.</summary>
    private async Task<PackagePage?> AgainAsync(PackagePage page, CancellationToken cancellationToken)
    {
        if (await packages.FindAsync(page.Package!.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = $"{now.Version}";
        return page with { Changed = differences.Between(page.Input, PackageInput.From(now)) };
    }
}
