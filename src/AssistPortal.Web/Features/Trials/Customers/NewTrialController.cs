using System.Globalization;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Trials.Starting;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Starts a trial.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials/new")]
public sealed class NewTrialController(
    PartnerAccess access,
    TrialStarts starts,
    NewTrialValidator validator,
    RefusalWords refusals,
    IStringLocalizer<CustomersTexts> texts) : Controller
{
    private const string Form = "New";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await access.PartnerOfAsync(User.UserId(), cancellationToken) is null
            ? NotFound()
            : View(Form, new NewTrialPage(new NewTrialInput
            {
                Language = CultureInfo.CurrentUICulture.Name,
                LengthDays = $"{Trial.Lengths[0]}",
            }));

    [HttpPost("")]
    public async Task<IActionResult> Start(NewTrialInput input, CancellationToken cancellationToken)
    {
        if (await access.PartnerOfAsync(User.UserId(), cancellationToken) is not { } partner)
        {
            return NotFound();
        }

        input.WithTicked(Request.Form);
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Form, new NewTrialPage(input));
        }

        var result = await starts.StartAsync(input.Read(partner.Id), User.UserId(), cancellationToken);
        if (result.TrialId is { } id)
        {
            return this.SeeOther($"~{CustomerListPage.Path}/{id}", texts["New.Done", Tolerant.Text(input.Company)]);
        }

        foreach (var (field, text) in result.Refusals.Select(refusals.Of))
        {
            ModelState.AddModelError(field, text);
        }

        return this.FormAgain(Form, new NewTrialPage(input));
    }
}
