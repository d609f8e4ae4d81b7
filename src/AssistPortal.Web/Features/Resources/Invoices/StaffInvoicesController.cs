using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>All invoices, and taking one back.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/invoices")]
public sealed class StaffInvoicesController(
    PortalDbContext db,
    InvoiceList list,
    InvoicePages pages,
    InvoiceCsv csv,
    Assist.Invoicing.Invoices invoices,
    InvoiceListValidator listValidator,
    CreditValidator validator,
    IStringLocalizer<InvoicesTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] InvoiceListInput input, CancellationToken cancellationToken)
    {
        var filter = new InvoiceFilter(input, HostUserId: null);
        var page = new InvoiceListPage
        {
            Filter = filter,
            Years = await list.YearsAsync(filter, cancellationToken),
            Sites = await db.Set<Site>().AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken),
        };
        return this.Accepts(await listValidator.ValidateAsync(input, cancellationToken))
            ? View("List", page with { Listed = await list.ReadAsync(filter, cancellationToken) })
            : this.FormAgain("List", page);
    }

    /// <summary>All of the filter, a row for each line, sent while they are read.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] InvoiceListInput input) =>
        (await listValidator.ValidateAsync(input, HttpContext.RequestAborted)).IsValid
            ? await csv.WriteAsync(new InvoiceFilter(input, HostUserId: null), HttpContext.RequestAborted)
            : BadRequest();

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } page
            ? View("Invoice", page with { Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpGet("{number}/print")]
    public async Task<IActionResult> Print(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } page ? View("Print", page) : NotFound();

    /// <summary>The question before an invoice is taken back, and for the reason.</summary>
    [HttpGet("{number}/credit")]
    public async Task<IActionResult> Ask(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { IsCredit: false } page
            ? page.CanCredit ? View("Credit", page) : LocalRedirect(page.Path)
            : NotFound();

    [HttpPost("{number}/credit")]
    public async Task<IActionResult> Credit(string number, CreditInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { IsCredit: false } page)
        {
            return NotFound();
        }

        if (page.CanCredit && !this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("Credit", page with { Input = input });
        }

        var answer = await invoices.CreditAsync(
            page.Invoice.Id, Tolerant.Text(input.Note), User.UserId(), cancellationToken);
        if (answer is { Outcome: CreditOutcome.Credited, Number: { } credit })
        {
            return this.Saved(page.PathOf(credit), texts["Credit.Done", page.Invoice.Number]);
        }

        return this.Changed("Invoice", (await FindAsync(number, cancellationToken))! with { IsLate = true });
    }

    private Task<InvoicePage?> FindAsync(string number, CancellationToken cancellationToken) =>
        pages.FindAsync(number, hostUserId: null, cancellationToken);
}
