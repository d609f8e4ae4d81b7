using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Further;
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
    InvoicePages pages,
    InvoiceCorrections corrections,
    FurtherReader further,
    IStringLocalizer<InvoicesTexts> texts) : Controller
{
    /// <summary>What it would charge, and the question whether to issue it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Ask(string number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { IsCredit: false } page)
        {
            return NotFound();
        }

        var former = page.Invoice.FurtherLines;
        var typed = FurtherLineInput.Of(former, page.Invoice.Currency);
        return page.CanCorrect
            ? View("Correct", await QuestionAsync(page, typed, former, cancellationToken))
            : LocalRedirect(page.Path);
    }

    [HttpPost("")]
    public async Task<IActionResult> Issue(string number, CorrectInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { IsCredit: false } page)
        {
            return NotFound();
        }

        var lines = further.Read(input.Further, page.Invoice.Currency, ModelState);
        if (!ModelState.IsValid)
        {
            return this.FormAgain("Correct", await QuestionAsync(page, input.Further, lines, cancellationToken));
        }

        var shown = long.TryParse(input.Total, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? minor
            : (long?)null;
        var question = await QuestionAsync(page, input.Further, lines, cancellationToken);
        var isOther = lines.Count > 0 && shown != question.Total.Minor;
        if (page.CanCorrect && question.Total.Minor >= 0 && (input.Look is not null || isOther))
        {
            return View("Correct", question with { IsToLookAt = isOther });
        }

        var answer = await corrections.IssueAsync(page.Invoice.Id, lines, shown, User.UserId(), cancellationToken);
        switch (answer)
        {
            case { Outcome: CorrectionOutcome.Issued, Number: { } corrected }:
                return this.Saved(page.PathOf(corrected), texts["Correct.Done", page.Invoice.Number]);
            case { Outcome: CorrectionOutcome.NothingOwed or CorrectionOutcome.OtherTotal }
                when question.Total.Minor >= 0:
                ModelState.Clear();
                ModelState.AddModelError(
                    "", answer.Outcome == CorrectionOutcome.OtherTotal
                        ? texts["Correct.OtherTotal"]
                        : texts["Correct.Nothing"]);
                return this.FormAgain("Correct", question);
            case { Outcome: CorrectionOutcome.BelowZero or CorrectionOutcome.OtherTotal }:
                further.RefuseTotal(input.Further, ModelState);
                return this.FormAgain("Correct", question);
            default:
                return this.Changed(
                    "Invoice", (await FindAsync(number, cancellationToken))! with { IsCorrectionLate = true });
        }
    }

    private Task<InvoicePage?> FindAsync(string number, CancellationToken cancellationToken) =>
        pages.FindAsync(number, hostUserId: null, cancellationToken);

    private async Task<CorrectPage> QuestionAsync(
        InvoicePage page,
        IReadOnlyList<FurtherLineInput> typed,
        IReadOnlyList<FurtherLine> lines,
        CancellationToken cancellationToken) =>
        new(page, await corrections.ReckonAsync(page.Invoice, lines, cancellationToken)) { Further = typed };
}
