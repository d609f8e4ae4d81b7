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
    public async Task<IActionResult> Send(Guid id, CancellationToken cancellationToken) =>
        await guide.SendAsync(id, User.UserId(), cancellationToken) switch
        {
            GuideOutcome.Sent => this.SeeOther($"~/trials/{id}", texts["Notice.Sent"]),
            GuideOutcome.SentToday => this.SeeOther($"~/trials/{id}", texts["Notice.SentToday"]),
            GuideOutcome.Nobody => this.SeeOther($"~/trials/{id}", refusal: texts["Refusal.Nobody"]),
            _ => NotFound(),
        };
}
