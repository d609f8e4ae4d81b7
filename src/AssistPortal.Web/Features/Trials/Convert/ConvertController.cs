using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Convert;

/// <summary>Converts a trial to paid: the order, then what comes of it, then the deed.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials/{id:guid}/convert")]
public sealed class ConvertController(
    TrialConversion conversion, ConvertFaults faults, IStringLocalizer<ConvertTexts> texts, IClock clock) : Controller
{
    private const string Form = "Convert";
    private const string Question = "Confirm";

    /// <summary>The form, as it was typed last.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await PageAsync(id, TempData.Find(id) ?? new ConvertInput(), cancellationToken) is { } page
            ? View(Form, page)
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Choose(Guid id, ConvertInput input, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, input.WithItems(Request.Form[nameof(ConvertInput.Items)]), cancellationToken)
            is not { } page)
        {
            return NotFound();
        }

        TempData.Keep(id, input);
        return await ProvesAsync(page, cancellationToken)
            ? this.SeeOther($"~{page.Question}")
            : this.FormAgain(Form, page);
    }

    /// <summary>What becomes of each part, before anything does.</summary>
    [HttpGet("confirm")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken cancellationToken)
    {
        var draft = TempData.Find(id);
        if (await PageAsync(id, draft ?? new ConvertInput(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        return draft is null ? LocalRedirect(page.Path)
            : await ProvesAsync(page, cancellationToken) ? View(Question, page)
            : this.FormAgain(Form, page);
    }

    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm(Guid id, ConvertInput input, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, input.WithItems(Request.Form[nameof(ConvertInput.Items)]), cancellationToken)
            is not { } page)
        {
            return NotFound();
        }

        if (!await ProvesAsync(page, cancellationToken))
        {
            return this.FormAgain(Form, page);
        }

        if (page.Plan.LosesSomething && Trial.KeyOf(Tolerant.Text(input.Confirmation)) != page.Trial.CompanyKey)
        {
            return this.Refused(
                Question, page, nameof(input.Confirmation), texts["Confirmation.Wrong", page.Trial.Company]);
        }

        switch (await conversion.ConvertAsync(id, input.Read(), User.UserId(), cancellationToken))
        {
            case []:
                TempData.Drop();
                return this.SeeOther($"~/trials/{id}", texts["Notice.Converted", page.Trial.Company]);
            case { } found when await PageAsync(id, input, cancellationToken) is { } now:
                faults.Tell(found, ModelState);
                return this.FormAgain(Form, now);
            default:
                return NotFound();
        }
    }

    private async Task<ConvertPage?> PageAsync(Guid id, ConvertInput input, CancellationToken cancellationToken) =>
        await conversion.FindAsync(id, User.UserId(), cancellationToken) is { } found
            ? new ConvertPage { Case = found, Input = input, Now = clock.GetCurrentInstant() }
            : null;

    private async Task<bool> ProvesAsync(ConvertPage page, CancellationToken cancellationToken)
    {
        faults.Tell(await conversion.ProveAsync(page.Case, page.Input.Read(), cancellationToken), ModelState);
        return ModelState.IsValid;
    }
}
