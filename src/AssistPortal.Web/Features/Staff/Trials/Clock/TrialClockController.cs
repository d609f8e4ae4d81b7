using AssistPortal.Mail.Sending;
using AssistPortal.Trials;
using AssistPortal.Trials.Timekeeping;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials.Clock;

/// <summary>
/// Has the portal do now what time asks for, for whoever tries it: in Production the worker alone does.
/// </summary>
[Authorize(Roles = TrialRoles.HelpDesk)]
[Route("staff/trials/run")]
public sealed class TrialClockController(
    TrialClock clock, MailDrain mails, IHostEnvironment environment, IStringLocalizer<ClockTexts> texts) : Controller
{
    /// <summary>Returns when nothing is due any more.</summary>
    [HttpPost]
    public async Task<IActionResult> Run(CancellationToken cancellationToken)
    {
        if (environment.IsProduction())
        {
            return NotFound();
        }

        var steps = await clock.RunDueAsync(cancellationToken);
        await mails.RunAsync(cancellationToken);
        return this.Saved("/staff/trials", steps == 0 ? texts["Nothing"] : texts["Done", steps]);
    }
}
