using AssistPortal.Assist;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>A host's own invoices.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("resources/invoices")]
public sealed class HostInvoicesController(
    InvoiceList list, InvoicePages pages, InvoiceCsv csv, InvoiceListValidator validator) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] InvoiceListInput input, CancellationToken cancellationToken)
    {
        var filter = FilterOf(input);
        var page = new InvoiceListPage
        {
            Filter = filter,
            Years = await list.YearsAsync(filter, cancellationToken),
            Sites = [],
        };
        return this.Accepts(await validator.ValidateAsync(input, cancellationToken))
            ? View("List", page with
            {
                Listed = await list.ReadAsync(filter, cancellationToken),
                Sums = await list.SumsAsync(filter, cancellationToken),
            })
            : this.FormAgain("List", page);
    }

    /// <summary>All of the filter, a row for each line, sent while they are read.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] InvoiceListInput input) =>
        (await validator.ValidateAsync(input, HttpContext.RequestAborted)).IsValid
            ? await csv.WriteAsync(FilterOf(input), HttpContext.RequestAborted)
            : BadRequest();

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken) =>
        await pages.FindAsync(number, User.UserId(), cancellationToken) is { } page
            ? View("Invoice", page)
            : NotFound();

    [HttpGet("{number}/print")]
    public async Task<IActionResult> Print(string number, CancellationToken cancellationToken) =>
        await pages.FindAsync(number, User.UserId(), cancellationToken) is { } page ? View("Print", page) : NotFound();

    private InvoiceFilter FilterOf(InvoiceListInput input) => new(input, User.UserId());
}
