using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's profile.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/producers/{id:int}")]
public sealed class ProfileController(
    ProducerForms forms,
    ProducerReader reader,
    ProducerBook book,
    IStringLocalizer<ProducersTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellationToken) =>
        await forms.FindAsync(id, cancellationToken) is { } page
            ? View("Producer", page with { Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(int id, ProducerInput input, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(id, cancellationToken) is not { } saved)
        {
            return NotFound();
        }

        var page = saved with { Input = input };
        var (details, result) = await reader.ReadAsync(input, [.. page.Packages.Keys], cancellationToken);
        if (!this.Accepts(result))
        {
            return this.FormAgain("Producer", page);
        }

        var edit = await book.ChangeAsync(
            id,
            Tolerant.Version(input.Version),
            new ProducerChange.Profile(details!),
            input.Confirm == "yes",
            User.UserId(),
            cancellationToken);
        return edit.Outcome switch
        {
            ProducerEditOutcome.Saved => this.Saved($"/staff/producers/{id}", texts["Notice.Saved"]),
            ProducerEditOutcome.LeavesUncovered => this.Refused(
                "Producer",
                page with { WouldUncover = edit.Uncovered },
                "uncovered",
                texts["Uncovered.Ask", edit.Uncovered.Count]),
            ProducerEditOutcome.AccountTaken => this.Refused(
                "Producer", page, nameof(input.Account), texts["Account.Taken"]),
            ProducerEditOutcome.ChangedMeanwhile => this.Changed(
                "Producer", await forms.AgainAsync(page, cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }
}
