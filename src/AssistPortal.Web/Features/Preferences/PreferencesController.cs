using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;
using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Preferences;

/// <summary>
/// Language and theme, from the header of every page. A page that keeps its form first says in the query what is meant:
/// among the fields of the form one may have the same name.
/// </summary>
[AllowAnonymous]
[WithoutSecondFactor]
[Route("preferences")]
public sealed class PreferencesController(
    PortalDbContext db, UserManager<PortalUser> users, AccountSessions sessions, Cookies cookies, IClock clock)
    : Controller
{
    [CheckedSession]
    [HttpPost("language")]
    public async Task<IActionResult> Language(
        [FromForm] string? language, [FromForm] string? returnUrl, [FromQuery] string? choice, [FromQuery] string? from)
    {
        var page = await this.BackToPageAsync(from ?? returnUrl);
        language = choice ?? language;
        if (Languages.IsSupported(language))
        {
            Response.Cookies.Append(Languages.Cookie, language!, cookies.Choice());
            if (User.Identity?.IsAuthenticated == true && await users.GetUserAsync(User) is { } user)
            {
                var change = Change.Between(user.Language, language);
                user.ChooseLanguage(language);
                db.Audit(new UserLanguageChosen(user.Id, change), user.Id, clock.GetCurrentInstant());
                await users.UpdateAsync(user);
                await sessions.RenewAsync(HttpContext, user);
            }
        }

        return page;
    }

    [HttpPost("theme")]
    public async Task<IActionResult> SetTheme(
        [FromForm] string? theme, [FromForm] string? returnUrl, [FromQuery] string? choice, [FromQuery] string? from)
    {
        theme = choice ?? theme;
        if (Theme.IsChoice(theme))
        {
            Response.Cookies.Append(Theme.Cookie, theme!, cookies.Choice());
        }
        else
        {
            Response.Cookies.Delete(Theme.Cookie);
        }

        return await this.BackToPageAsync(from ?? returnUrl);
    }
}
