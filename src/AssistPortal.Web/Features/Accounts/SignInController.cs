using System.Security.Claims;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

[Route("account")]
public sealed class SignInController(
    SignInManager<PortalUser> signIn,
    IValidator<SignInInput> validator,
    CarriedForms carriedForms,
    IStringLocalizer<AccountsTexts> texts) : Controller
{
    [AllowAnonymous]
    [HttpGet("sign-in")]
    public IActionResult Form(string? returnUrl) => View("SignIn", new SignInInput { ReturnUrl = returnUrl });

    [AllowAnonymous]
    [HttpPost("sign-in")]
    public async Task<IActionResult> Enter(SignInInput input)
    {
        if (!this.Accepts(await validator.ValidateAsync(input)))
        {
            return this.FormAgain("SignIn", input);
        }

        var user = await signIn.UserManager.FindByNameAsync(Tolerant.Email(input.Email));
        if (!await IsRightAsync(user, input.Password!))
        {
            ModelState.AddModelError(nameof(input.Email), texts["SignIn.Wrong"]);
            return this.FormAgain("SignIn", input);
        }

        if (carriedForms.Open(input.Carried) is { } carried && carried.IsFor(user!.Id))
        {
            // The token of the next form must be for the person who has just signed in.
            HttpContext.User = await signIn.CreateUserPrincipalAsync(user!);
            return View("SignedInAgain", carried);
        }

        return this.BackTo(input.ReturnUrl);
    }

    /// <summary>Signs out everywhere; harmless for somebody whose session has already ended.</summary>
    /// <param name="from">Where the form goes that was sent along; null where there is none.</param>
    [AllowAnonymous]
    [HttpPost("sign-out")]
    public async Task<IActionResult> Leave([FromQuery] string? from)
    {
        var user = User.Identity?.IsAuthenticated == true ? await signIn.UserManager.GetUserAsync(User) : null;
        if (user is not null)
        {
            // A cookie that somebody has copied ends with it: see SessionCookieEvents.
            await signIn.UserManager.UpdateSecurityStampAsync(user);
        }

        await signIn.SignOutAsync();
        var typed = LocalAddress.IsLocal(from) && Request.HasFormContentType
            ? CarriedForms.Read(from!, Request.Form) with { OwnerId = user?.Id }
            : null;
        if (typed is not { IsFilled: true })
        {
            return LocalRedirect("/account/signed-out");
        }

        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        return View("SignedOut", new SignInInput { Carried = carriedForms.Protect(typed) });
    }

    [AllowAnonymous]
    [HttpGet("signed-out")]
    public IActionResult SignedOut() => View(new SignInInput());

    /// <summary>Asked by the page when somebody wants to stay signed in: any request renews the cookie.</summary>
    [HttpGet("stay")]
    public IActionResult Stay() => NoContent();

    /// <summary>
    /// An unknown address or a locked account takes as long as a wrong password, and is told the same.
    /// </summary>
    private async Task<bool> IsRightAsync(PortalUser? user, string password)
    {
        if (user is null || await signIn.UserManager.IsLockedOutAsync(user))
        {
            signIn.UserManager.PasswordHasher.HashPassword(new PortalUser(), password);
            return false;
        }

        return (await signIn.PasswordSignInAsync(
            user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }
}
