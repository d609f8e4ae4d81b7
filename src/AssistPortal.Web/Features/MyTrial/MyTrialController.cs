using AssistPortal.Assist.Access;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Buying;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial;

/// <summary>What a customer's administrator has and what runs out, and the way to keep it.</summary>
[Authorize(Roles = TrialRoles.CustomerAdministrator)]
[Route("my-trial")]
public sealed class MyTrialController(MyTrialPages pages, PurchaseRequests requests, IStringLocalizer<MyTrialTexts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Overview(CancellationToken cancellationToken) => ShowAsync("Overview", cancellationToken);

    /// <summary>Mails of the end link here, to the button.</summary>
    [HttpGet("subscription")]
    public Task<IActionResult> Subscription(CancellationToken cancellationToken) => ShowAsync("Subscription", cancellationToken);

    [HttpPost("request-purchase")]
    public async Task<IActionResult> RequestPurchase(CancellationToken cancellationToken)
    {
        if (await pages.ReadAsync(User.UserId(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var partner = page.Partner.Name;
        switch (await requests.SendAsync(User.UserId(), cancellationToken))
        {
            case PurchaseOutcome.Sent:
                TempData["Notice"] = texts["Notice.Requested", partner].Value;
                break;
            case PurchaseOutcome.SentBefore:
                TempData["Notice"] = texts["Notice.RequestedBefore", partner].Value;
                break;
            case PurchaseOutcome.Paid:
                TempData["Notice"] = texts["Notice.Paid", partner].Value;
                break;
            default:
                return NotFound();
        }

        return this.SeeOther("~/my-trial/subscription");
    }

    private async Task<IActionResult> ShowAsync(string view, CancellationToken cancellationToken) =>
        await pages.ReadAsync(User.UserId(), cancellationToken) is { } page
            ? View(view, page with { Notice = TempData["Notice"] as string })
            : NotFound();
}
