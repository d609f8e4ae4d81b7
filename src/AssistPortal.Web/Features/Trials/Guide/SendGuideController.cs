using AssistPortal.Assist.Access;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Guide;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Guide;

/// <summary>Mails a customer the guide.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
public sealed class SendGuideController(TrialGuide guide, IStringLocalizer<GuideTexts> texts) : Controller
{
    [HttpPost("trials/{id:guid}/guide")]
    public async Task<IActionResult> Send(Guid id, CancellationToken cancellationToken)
    {
        switch (await guide.SendAsync(id, User.UserId(), cancellationToken))
        {
            case GuideOutcome.Sent:
                TempData["Notice"] = texts["Notice.Sent"].Value;
                break;
            case GuideOutcome.SentToday:
                TempData["Notice"] = texts["Notice.SentToday"].Value;
                break;
            case GuideOutcome.Nobody:
                TempData["Refusal"] = texts["Refusal.Nobody"].Value;
                break;
            default:
                return NotFound();
        }

        return this.SeeOther($"~/trials/{id}");
    }
}
