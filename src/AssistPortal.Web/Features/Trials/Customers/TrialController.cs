using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Contacting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>All that there is to see of a trial, and notes of talks with the customer.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials/{id:guid}")]
public sealed class TrialController(
    PartnerAccess access,
    TrialPages pages,
    TrialContacts contacts,
    ContactValidator validator,
    IStringLocalizer<CustomersTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await access.FindAsync(id, User.UserId(), cancellationToken) is { } trial
            ? View("Trial", await PageAsync(trial, new ContactInput(), cancellationToken))
            : NotFound();

    /// <summary>Notes that somebody has spoken with the customer.</summary>
    [HttpPost("contact")]
    public async Task<IActionResult> Contact(Guid id, ContactInput input, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, User.UserId(), cancellationToken) is not { } trial)
        {
            return NotFound();
        }

        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("Trial", await PageAsync(trial, input, cancellationToken));
        }

        return await contacts.NoteAsync(id, Tolerant.Text(input.Note), User.UserId(), cancellationToken)
            ? this.SeeOther(
                input.IsFromList ? $"~{CustomerListPage.Path}" : $"~{CustomerListPage.Path}/{id}",
                texts["Contact.Done", trial.Company])
            : this.Refused(
                "Trial",
                await PageAsync(trial, input, cancellationToken),
                nameof(input.Note),
                texts["Contact.TooLate"]);
    }

    private async Task<TrialPage> PageAsync(Trial trial, ContactInput input, CancellationToken cancellationToken) =>
        await pages.OfAsync(trial, input, cancellationToken) with
        {
            Notice = TempData["Notice"] as string,
            Refusal = TempData["Refusal"] as string,
        };
}
