using AssistPortal.Assist;
using AssistPortal.Assist.Access;
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
    IStringLocalizer<CatalogueTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken) =>
        View("Packages", await packages.AllAsync(cancellationToken));

    [HttpGet("add")]
    public async Task<IActionResult> Add(CancellationToken cancellationToken)
    {
        var last = (await packages.AllAsync(cancellationToken)).Select(package => package.DisplayOrder).DefaultIfEmpty(0).Max();
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

        var (outcome, id) = await desk.AddAsync(Tolerant.Code(input.Code), input.Read(), User.UserId(), cancellationToken);
        if (outcome != EditOutcome.Saved)
        {
            ModelState.AddModelError(nameof(input.Code), texts["Code.Taken"]);
            return this.FormAgain("Package", page);
        }

        TempData["Notice"] = texts["Notice.PackageAdded"].Value;
        return LocalRedirect($"/staff/packages/{id}/rates");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await packages.FindAsync(id, cancellationToken) is { } package
            ? View("Package", new PackagePage { Package = package, Input = PackageInput.From(package) })
            : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Save(int id, PackageInput input, CancellationToken cancellationToken)
    {
        if (await packages.FindAsync(id, cancellationToken) is not { } package)
        {
            return NotFound();
        }

        input.Code = package.Code;
        var page = new PackagePage { Package = package, Input = input };
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Package", page);
        }

        var version = Tolerant.Number(input.Version) ?? -1;
        switch (await desk.ChangeAsync(id, version, input.Read(), User.UserId(), cancellationToken))
        {
            case EditOutcome.Saved:
                TempData["Notice"] = texts["Notice.PackageSaved"].Value;
                return LocalRedirect($"/staff/packages/{id}");
            case EditOutcome.ChangedMeanwhile when await packages.FindAsync(id, cancellationToken) is { } now:
                ModelState.AddModelError("", shared["Changed.Error"]);
                input.Version = $"{now.Version}";
                return this.FormChanged("Package", page with { Changed = differences.Between(input, PackageInput.From(now)) });
            default:
                return NotFound();
        }
    }
}
