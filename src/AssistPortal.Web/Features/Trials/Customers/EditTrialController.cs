using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Extending;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Extends a trial, adds services to it.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials/{id:guid}/edit")]
public sealed class EditTrialController(
    PartnerAccess access,
    TrialEdits edits,
    EditTrialValidator validator,
    EditPages pages,
    RefusalWords refusals,
    IStringLocalizer<CustomersTexts> texts) : Controller
{
    private const string Form = "Edit";

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await access.FindAsync(id, User.UserId(), cancellationToken) is { } trial
            ? View(Form, await pages.OfAsync(trial, new EditTrialInput(), cancellationToken))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(Guid id, EditTrialInput input, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, User.UserId(), cancellationToken) is not { } trial)
        {
            return NotFound();
        }

        input.WithTicked(Request.Form);
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Form, await pages.OfAsync(trial, input, cancellationToken));
        }

        var against = await edits.ChangeAsync(id, input.Read(), User.UserId(), cancellationToken);
        if (against.Count == 0)
        {
            return this.SeeOther($"~{CustomerListPage.Path}/{id}", texts["Edit.Done"]);
        }

        foreach (var refusal in against)
        {
            var (field, text) = await refusals.OfAsync(refusal, trial.Zone, cancellationToken);
            ModelState.AddModelError(field, text);
        }

        return await access.FindAsync(id, User.UserId(), cancellationToken) is { } now
            ? this.FormAgain(Form, await pages.OfAsync(now, input, cancellationToken))
            : NotFound();
    }
}
