using AssistPortal.Assist;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>How producers and coordinators get their mails: singly, or once a day.</summary>
[Authorize(Roles = Roles)]
[Route("account/mail")]
public sealed class MailChoiceController(UserManager<PortalUser> users, IStringLocalizer<AccountsTexts> texts) : Controller
{
    public const string Roles = $"{AssistRoles.Coordinator},{AssistRoles.Producer}";

    private const string Page = "MailChoice";

    [HttpGet]
    public async Task<IActionResult> Form() => await users.GetUserAsync(User) is { } user
        ? View(Page, new MailChoicePage(new MailChoiceInput { Delivery = MailChoiceInput.Of(user.WantsMailDigest) }, TempData["Saved"] is true))
        : NotFound();

    [HttpPost]
    public async Task<IActionResult> Save(MailChoiceInput input)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return NotFound();
        }

        if (input.WantsDigest is not { } wantsDigest)
        {
            ModelState.AddModelError(nameof(input.Delivery), texts["Mail.Delivery.Missing"]);
            return this.FormAgain(Page, new MailChoicePage(input, IsSaved: false));
        }

        user.WantsMailDigest = wantsDigest;
        await users.UpdateAsync(user);
        TempData["Saved"] = true;
        return LocalRedirect("/account/mail");
    }
}

/// <param name="Input">What is chosen.</param>
/// <param name="IsSaved">Whether it was just saved.</param>
public sealed record MailChoicePage(MailChoiceInput Input, bool IsSaved);
