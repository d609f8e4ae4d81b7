using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>
/// What people choose for themselves: the time zone of the pages, in which language the portal writes to them, and
/// producers and coordinators whether their mails come singly or once a day.
/// </summary>
[Authorize]
[Route("account/mail")]
public sealed class SettingsController(
    PortalDbContext db,
    UserManager<PortalUser> users,
    IStringLocalizer<AccountsTexts> texts,
    IStringLocalizer<TimesTexts> times,
    IClock clock) : Controller
{
    private const string Page = "Settings";

    [HttpGet]
    public async Task<IActionResult> Form() => await users.GetUserAsync(User) is { } user
        ? View(Page, PageOf(SettingsInput.Of(user)) with { IsSaved = TempData["Saved"] is true })
        : NotFound();

    [HttpPost]
    public async Task<IActionResult> Save(SettingsInput input)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return NotFound();
        }

        if (!IsAccepted(input))
        {
            return this.FormAgain(Page, PageOf(input));
        }

        var before = UserSettingsSnapshot.Of(user);
        user.ChooseTimeZone(input.Zone?.Id);
        user.ChooseMailDigest(GetsMails ? input.WantsDigest!.Value : user.WantsMailDigest);
        var language = Tolerant.Code(input.MailLanguage);
        user.ChooseMailLanguage(language.Length == 0 ? null : language);
        var record = new UserSettingsChanged(user.Id, Change.Between(before, UserSettingsSnapshot.Of(user)));
        db.Audit(record, user.Id, clock.GetCurrentInstant());
        await users.UpdateAsync(user);
        TempData["Saved"] = true;
        return LocalRedirect("/account/mail");
    }

    private bool GetsMails => User.IsInRole(AssistRoles.Coordinator) || User.IsInRole(AssistRoles.Producer);

    private bool IsAccepted(SettingsInput input)
    {
        if (ZoneRules.Fault(input.TimeZone, times) is { } fault)
        {
            ModelState.AddModelError(nameof(input.TimeZone), fault);
        }

        if (GetsMails && input.WantsDigest is null)
        {
            ModelState.AddModelError(nameof(input.Delivery), texts["Mail.Delivery.Missing"]);
        }

        if (Tolerant.Code(input.MailLanguage) is { Length: > 0 } language
            && !Languages.IsSupported(language))
        {
            ModelState.AddModelError(nameof(input.MailLanguage), texts["Mail.Language.Wrong"]);
        }

        return ModelState.IsValid;
    }

    private SettingsPage PageOf(SettingsInput input) => new(input, GetsMails);
}

/// <param name="Input">What is chosen.</param>
/// <param name="GetsMails">Whether the portal writes to the person about orders.</param>
public sealed record SettingsPage(SettingsInput Input, bool GetsMails)
{
    /// <summary>Whether it was just saved.</summary>
    public bool IsSaved { get; init; }
}
