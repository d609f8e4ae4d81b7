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
public sealed class MyTrialController(
    MyTrialPages pages, PurchaseRequests requests, IStringLocalizer<MyTrialTexts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Overview(CancellationToken cancellationToken) =>
        ShowAsync("Overview", cancellationToken);

    /// <summary>Mails of the end link here, to the button.</summary>
    [HttpGet("subscription")]
    public Task<IActionResult> Subscription(CancellationToken cancellationToken) =>
        ShowAsync("Subscription", cancellationToken);

    [HttpPost("request-purchase")]
    public async Task<IActionResult> RequestPurchase(CancellationToken cancellationToken)
    {
        if (await pages.ReadAsync(User.UserId(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var partner = page.Partner.Name;
        return await requests.SendAsync(User.UserId(), cancellationToken) switch
        {
            PurchaseOutcome.Sent => this.SeeOther("~/my-trial/subscription", texts["Notice.Requested", partner]),
            PurchaseOutcome.SentBefore => this.SeeOther(
                "~/my-trial/subscription", texts["Notice.RequestedBefore", partner]),
            PurchaseOutcome.Paid => this.SeeOther("~/my-trial/subscription", texts["Notice.Paid", partner]),
            _ => NotFound(),
        };
    }

    private async Task<IActionResult> ShowAsync(string view, CancellationToken cancellationToken) =>
        await pages.ReadAsync(User.UserId(), cancellationToken) is { } page
            ? View(view, page with { Notice = TempData["Notice"] as string })
            : NotFound();
}
