using AssistPortal.Web.Features.Managing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>The invoices of an order, for its contact: by the mailed link, without an account.</summary>
[AllowAnonymous]
[ManagedOrder]
[Route(ManagePaths.Order + "/" + ManagePaths.Invoices + "/{invoice}")]
public sealed class CustomerInvoicesController(InvoicePages pages) : ManagedOrderController
{
    [HttpGet]
    public Task<IActionResult> Show(string invoice, CancellationToken cancellationToken) =>
        ShowAsync("Invoice", invoice, cancellationToken);

    [HttpGet("print")]
    public Task<IActionResult> Print(string invoice, CancellationToken cancellationToken) =>
        ShowAsync("Print", invoice, cancellationToken);

    private async Task<IActionResult> ShowAsync(string view, string invoice, CancellationToken cancellationToken) =>
        await pages.FindAsync(invoice, Order, cancellationToken) is { } page ? View(view, page) : NotFound();
}
