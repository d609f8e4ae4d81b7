using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>Adds, names and removes somebody's passkeys.</summary>
[Authorize]
[WithoutSecondFactor]
[CheckedSession]
[Route("account/passkeys")]
public sealed class PasskeysController(
    SignInManager<PortalUser> signIn,
    AccountSessions sessions,
    OwnFactors factors,
    OwnPasskeys passkeys,
    IValidator<PasskeyInput> validator,
    IStringLocalizer<OwnAccountTexts> own) : Controller
{
    private const string Account = $"/{OwnAccountController.Path}";

    /// <summary>What the script hands to the browser.</summary>
    [HttpPost("/account/passkey-options")]
    public async Task<IActionResult> Options()
    {
        if (await FindAsync() is not { } user)
        {
            return NotFound();
        }

        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = $"{user.Id}",
            Name = user.Email!,
            DisplayName = PersonName.Of(user),
        });
        return Content(options, "application/json");
    }

    /// <summary>Adds one that the browser has made; whoever could do so has shown that it is they.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Add(PasskeyInput input)
    {
        if (await FindAsync() is not { } user)
        {
            return NotFound();
        }

        var device = DeviceKind.Of(Request.Headers.UserAgent);
        if (await passkeys.AddAsync(user, input.Credential, Tolerant.Text(input.Name), device) is { } refusal)
        {
            return this.NotDone(Account, own[$"Passkey.Refused.{refusal}", OwnPasskeys.Most]);
        }

        await sessions.RenewAsync(HttpContext, user, isStrong: true);
        return this.Saved(Account, own["Notice.PasskeyAdded"]);
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(string id) =>
        await FindAsync() is { } user && await passkeys.FindAsync(user, id) is { } passkey
            ? View("Passkey", new PasskeyPage(id, new PasskeyInput { Name = passkey.Name }))
            : NotFound();

    [HttpPost("{id}")]
    public async Task<IActionResult> Rename(string id, PasskeyInput input)
    {
        if (await FindAsync() is not { } user || await passkeys.FindAsync(user, id) is not { } passkey)
        {
            return NotFound();
        }

        if (!this.Accepts(await validator.ValidateAsync(input)))
        {
            return this.FormAgain("Passkey", new PasskeyPage(id, input));
        }

        await passkeys.RenameAsync(user, passkey, Tolerant.Text(input.Name));
        return this.Saved(Account, own["Notice.PasskeyRenamed"]);
    }

    [HttpPost("{id}/remove")]
    public async Task<IActionResult> Remove(string id)
    {
        if (await FindAsync() is not { } user || await passkeys.FindAsync(user, id) is not { } passkey)
        {
            return NotFound();
        }

        if (!user.TwoFactorEnabled && !factors.MayDoWithout(User) && await passkeys.IsLastAsync(user))
        {
            return this.NotDone(Account, own["Refusal.Required"]);
        }

        if (!await passkeys.RemoveAsync(user, passkey))
        {
            return NotFound();
        }

        await sessions.RenewAsync(HttpContext, user);
        return this.Saved(Account, own["Notice.PasskeyRemoved"]);
    }

    /// <summary>Whose session it is, where it may change passkeys.</summary>
    private async Task<PortalUser?> FindAsync() =>
        await signIn.UserManager.GetUserAsync(User) is { } user && await factors.MayChangeAsync(User, user)
            ? user
            : null;
}

public sealed class PasskeyInput
{
    public string? Name { get; set; }

    /// <summary>What the browser answered, in JSON.</summary>
    public string? Credential { get; set; }
}

/// <param name="Id">The passkey's key.</param>
/// <param name="Input">What it is called.</param>
public sealed record PasskeyPage(string Id, PasskeyInput Input);

public sealed class PasskeyValidator : AbstractValidator<PasskeyInput>
{
    public PasskeyValidator(IStringLocalizer<OwnAccountTexts> own, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Name).RequiredName(OwnPasskeys.NameLength, () => own["Passkey.Name.Missing"], shared);
}
