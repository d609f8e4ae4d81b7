using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.SignIn;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>What the script of the pages does with passkeys.</summary>
internal static class Passkeys
{
    /// <summary>Adds a key to the account that is signed in.</summary>
    public static async Task<PortalPage> AddPasskeyAsync(this PortalClient browser, SoftwareKey key)
    {
        var page = await browser.GetAsync("/account");
        var options = await browser.OptionsAsync("/account/passkey-options", page, "#passkey-add");
        return await page.SubmitFormAsync("#passkey-add", new() { ["Credential"] = key.Create(options) });
    }

    /// <summary>Signs in by a key.</summary>
    public static async Task<PortalPage> EnterAsync(this PortalClient browser, SoftwareKey key)
    {
        var page = await browser.GetAsync("/account/sign-in");
        var options = await browser.OptionsAsync("/account/sign-in/passkey/options", page, "#passkey-form");
        return await page.SubmitFormAsync("#passkey-form", new() { ["Credential"] = key.Sign(options) });
    }

    private static async Task<string> OptionsAsync(
        this PortalClient browser, string path, PortalPage page, string form)
    {
        const string Token = "__RequestVerificationToken";
        var token = page.Get($"{form} input[name={Token}]").GetAttribute("value")!;
        using var answer = await browser.SendOnceAsync(HttpMethod.Post, path, [KeyValuePair.Create(Token, token)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
