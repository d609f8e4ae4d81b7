using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Ways in for those who have no account.</summary>
public sealed class SignPostTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("en", "/")]
    [InlineData("zh-Hant", "/")]
    [InlineData("zh-Hans", "/")]
    [InlineData("en", "/account/sign-in")]
    [InlineData("zh-Hant", "/account/sign-in")]
    [InlineData("zh-Hans", "/account/sign-in")]
    public async Task J2_Home_and_sign_in_lead_to_updating_and_cancelling(string language, string path)
    {
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);

        var page = await browser.GetAsync(path);

        Assert.Equal(
            portal.Words(language, "Shared.Layout.Manage"),
            page.Get("main a[href='/assist/manage']").TextContent.Trim());
    }
}
