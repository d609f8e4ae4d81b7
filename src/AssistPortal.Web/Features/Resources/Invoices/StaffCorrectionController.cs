using System.Globalization;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>Issues a corrected invoice in place of one that was taken back.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/invoices/{number}/correct")]
public sealed class StaffCorrectionController(
    InvoicePages pages, InvoiceCorrections corrections, IStringLocalizer<InvoicesTexts> texts) : Controller
{
    /// <summary>What it would charge, and the question whether to issue it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Ask(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { IsCredit: false } page
            ? page.CanCorrect ? View("Correct", await QuestionAsync(page, cancellationToken)) : LocalRedirect(page.Path)
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Issue(string number, [FromForm] string? total, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { IsCredit: false } page)
        {
            return NotFound();
        }

        var shown = long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? minor
            : (long?)null;
        var answer = await corrections.IssueAsync(page.Invoice.Id, shown, User.UserId(), cancellationToken);
        switch (answer)
        {
            case { Outcome: CorrectionOutcome.Issued, Number: { } corrected }:
                return this.Saved(page.PathOf(corrected), texts["Correct.Done", page.Invoice.Number]);
            case { Outcome: CorrectionOutcome.NothingOwed or CorrectionOutcome.OtherTotal }:
                ModelState.Clear();
                ModelState.AddModelError(
                    "", answer.Outcome == CorrectionOutcome.OtherTotal
                        ? texts["Correct.OtherTotal"]
                        : texts["Correct.Nothing"]);
                return this.FormAgain("Correct", await QuestionAsync(page, cancellationToken));
            default:
                return this.Changed(
                    "Invoice", (await FindAsync(number, cancellationToken))! with { IsCorrectionLate = true });
        }
    }

    private Task<InvoicePage?> FindAsync(string number, CancellationToken cancellationToken) =>
        pages.FindAsync(number, hostUserId: null, cancellationToken);

    private async Task<CorrectPage> QuestionAsync(InvoicePage page, CancellationToken cancellationToken) =>
        new(page, await corrections.ReckonAsync(page.Invoice, cancellationToken));
}
