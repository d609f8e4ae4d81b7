using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Partners;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>A partner's customers.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials")]
public sealed class CustomersController(PartnerAccess access, CustomerList list, CustomerCsv csv) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] CustomerListInput input, CancellationToken cancellationToken) =>
        await access.PartnerOfAsync(User.UserId(), cancellationToken) is { } partner
            ? View("Customers", await list.ReadAsync(partner.Id, input, cancellationToken) with
            {
                Notice = TempData["Notice"] as string,
            })
            : NotFound();

    /// <summary>All of the filter, sent while they are read.</summary>
    [HttpGet("export.csv")]
    public async Task<IActionResult> Export([FromQuery] CustomerListInput input) =>
        await access.PartnerOfAsync(User.UserId(), HttpContext.RequestAborted) is { } partner
            ? csv.Write(partner.Id, input, HttpContext.RequestAborted)
            : NotFound();
}
