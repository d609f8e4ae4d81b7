using AssistPortal.Assist;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The comparison table that hosts see, service by service.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/packages/comparison")]
public sealed class ComparisonController(
    PortalDbContext db,
    PackageReader packages,
    ComparisonTable table,
    ComparisonValidator validator,
    ComparisonDifferences differences,
    IStringLocalizer<CatalogueTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    private const string TablePath = "/staff/packages/comparison";

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken)
    {
        var rows = await Rows.ToListAsync(cancellationToken);
        return View("Comparison", new ComparisonPage(
            await packages.AllAsync(cancellationToken),
            [.. rows.OrderBy(row => row.Phase).ThenBy(row => row.DisplayOrder).ThenBy(row => row.Id)]));
    }

    [HttpGet("add")]
    public async Task<IActionResult> Add(CancellationToken cancellationToken)
    {
        var last = await Rows.Select(row => (int?)row.DisplayOrder).MaxAsync(cancellationToken) ?? 0;
        return View("ComparisonRow", await PageAsync(
            new ComparisonInput { Phase = $"{ComparisonPhase.Before}", DisplayOrder = $"{last + 1}" },
            null,
            cancellationToken));
    }

    [HttpPost("add")]
    public async Task<IActionResult> AddNew(ComparisonInput input, CancellationToken cancellationToken)
    {
        var page = await PageAsync(input, null, cancellationToken);
        if (!this.Accepts(validator.Validate(input, page.Packages)))
        {
            return this.FormAgain("ComparisonRow", page);
        }

        await table.AddAsync(input.Read(page.Packages), User.UserId(), cancellationToken);
        return this.Saved(TablePath, texts["Notice.RowAdded"]);
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } row
            ? View("ComparisonRow", await PageAsync(ComparisonInput.From(row), row, cancellationToken))
            : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Save(int id, ComparisonInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        var page = await PageAsync(input, row, cancellationToken);
        if (!this.Accepts(validator.Validate(input, page.Packages)))
        {
            return this.FormAgain("ComparisonRow", page);
        }

        var (version, details) = (Tolerant.Version(input.Version), input.Read(page.Packages));
        return await table.ChangeAsync(id, version, details, User.UserId(), cancellationToken) switch
        {
            EditOutcome.Saved => this.Saved(TablePath, texts["Notice.RowSaved"]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "ComparisonRow", await AgainAsync(page, cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }

    [HttpGet("{id:int}/remove")]
    public async Task<IActionResult> AskRemove(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } row ? View("RemoveRow", row) : NotFound();

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, [FromForm] string? version, CancellationToken cancellationToken) =>
        await table.RemoveAsync(id, Tolerant.Version(version), User.UserId(), cancellationToken) switch
        {
            EditOutcome.Saved => this.Saved(TablePath, texts["Notice.RowRemoved"]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "RemoveRow", await FindAsync(id, cancellationToken), texts["Remove.Changed"]),
            _ => NotFound(),
        };

    private IQueryable<ComparisonRow> Rows => db.Set<ComparisonRow>().AsNoTracking().AsSplitQuery()
        .Include(row => row.Texts)
        .Include(row => row.Cells);

    private Task<ComparisonRow?> FindAsync(int id, CancellationToken cancellationToken) =>
        Rows.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    private async Task<ComparisonRowPage> PageAsync(
        ComparisonInput input, ComparisonRow? row, CancellationToken cancellationToken) =>
        new() { Packages = await packages.AllAsync(cancellationToken), Input = input, Row = row };

    /// <summary>The form with what was typed, good for the row as it is now; null where that is gone.</summary>
    private async Task<ComparisonRowPage?> AgainAsync(ComparisonRowPage page, CancellationToken cancellationToken)
    {
        if (await FindAsync(page.Row!.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = $"{now.Version}";
        return page with { Changed = differences.Between(page.Input, ComparisonInput.From(now), page.Packages) };
    }
}
