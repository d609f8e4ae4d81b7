using AssistPortal.Assist;
using AssistPortal.Assist.Access;
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
            new ComparisonInput { Phase = $"{ComparisonPhase.Before}", DisplayOrder = $"{last + 1}" }, null, cancellationToken));
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
        return ToTable(texts["Notice.RowAdded"]);
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

        var version = Tolerant.Number(input.Version) ?? -1;
        var outcome = await table.ChangeAsync(id, version, input.Read(page.Packages), User.UserId(), cancellationToken);
        if (outcome == EditOutcome.ChangedMeanwhile && await FindAsync(id, cancellationToken) is { } now)
        {
            ModelState.AddModelError("", shared["Changed.Error"]);
            input.Version = $"{now.Version}";
            var changed = differences.Between(input, ComparisonInput.From(now), page.Packages);
            return this.FormChanged("ComparisonRow", page with { Changed = changed });
        }

        return outcome == EditOutcome.Saved ? ToTable(texts["Notice.RowSaved"]) : NotFound();
    }

    [HttpGet("{id:int}/remove")]
    public async Task<IActionResult> AskRemove(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } row ? View("RemoveRow", row) : NotFound();

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, [FromForm] string? version, CancellationToken cancellationToken)
    {
        var outcome = await table.RemoveAsync(id, Tolerant.Number(version) ?? -1, User.UserId(), cancellationToken);
        if (outcome == EditOutcome.ChangedMeanwhile && await FindAsync(id, cancellationToken) is { } now)
        {
            ModelState.Clear();
            ModelState.AddModelError("", texts["Remove.Changed"]);
            return this.FormChanged("RemoveRow", now);
        }

        return outcome == EditOutcome.Saved ? ToTable(texts["Notice.RowRemoved"]) : NotFound();
    }

    private IQueryable<ComparisonRow> Rows => db.Set<ComparisonRow>().AsNoTracking().AsSplitQuery()
        .Include(row => row.Texts)
        .Include(row => row.Cells);

    private LocalRedirectResult ToTable(LocalizedString notice)
    {
        TempData["Notice"] = notice.Value;
        return LocalRedirect("/staff/packages/comparison");
    }

    private Task<ComparisonRow?> FindAsync(int id, CancellationToken cancellationToken) =>
        Rows.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    private async Task<ComparisonRowPage> PageAsync(ComparisonInput input, ComparisonRow? row, CancellationToken cancellationToken) =>
        new() { Packages = await packages.AllAsync(cancellationToken), Input = input, Row = row };
}
