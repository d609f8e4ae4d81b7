using AssistPortal.Assist.Access;
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
    ProducerBook book,
    ProducerDifferences differences,
    FluentValidation.IValidator<ProducerInput> validator,
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
        var (isFound, userId) = await forms.AccountAsync(input.Account, cancellationToken);
        if (!isFound)
        {
            ModelState.AddModelError(nameof(input.Account), texts["Account.Unknown"]);
        }

        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("Producer", page);
        }

        var change = new ProducerChange.Profile(input.Read(userId, [.. page.Packages.Keys]));
        var edit = await book.ChangeAsync(
            id, Tolerant.Number(input.Version) ?? -1, change, input.Confirm == "yes", User.UserId(), cancellationToken);
        switch (edit.Outcome)
        {
            case ProducerEditOutcome.Saved:
                TempData["Notice"] = texts["Notice.Saved"].Value;
                return LocalRedirect($"/staff/producers/{id}");
            case ProducerEditOutcome.LeavesUncovered:
                ModelState.AddModelError("uncovered", texts["Uncovered.Ask", edit.Uncovered.Count]);
                return this.FormAgain("Producer", page with { WouldUncover = edit.Uncovered });
            case ProducerEditOutcome.AccountTaken:
                ModelState.AddModelError(nameof(input.Account), texts["Account.Taken"]);
                return this.FormAgain("Producer", page);
            case ProducerEditOutcome.ChangedMeanwhile when await forms.FindAsync(id, cancellationToken) is { } now:
                ModelState.AddModelError("", shared["Changed.Error"]);
                input.Version = now.Input.Version;
                return this.FormChanged("Producer", page with { Changed = differences.Between(input, now.Input, page.Packages) });
            default:
                return NotFound();
        }
    }
}
