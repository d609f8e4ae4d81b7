using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class LanguageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-MO,en;q=0.9", "zh-Hant")]
    [InlineData("zh-Hant-TW", "zh-Hant")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("en-GB", "en")]
    [InlineData("de", "en")]
    [InlineData("", "en")]
    [InlineData("de,zh-TW;q=0.8,en;q=0.7", "zh-Hant")]
    [InlineData("en;q=0.5,zh-CN;q=0.8", "zh-Hans")]
    [InlineData("zh;q=0,en", "en")]
    [InlineData("*", "en")]
    [InlineData(";;;,,=", "en")]
    public async Task A_new_visitor_reads_the_browsers_language(string accepted, string language)
    {
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = accepted;
        var page = await browser.GetAsync("/account/sign-in");
        Assert.Equal(language, page.Language);
        Assert.Equal(portal.Words(language, "Accounts.SignIn.Title"), page.Heading);
    }

    [Fact]
    public async Task The_chosen_language_wins_over_the_browser_and_the_page_stays_the_same()
    {
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = "zh-TW";
        var page = await browser.GetAsync("/account/sign-in?ReturnUrl=%2Fassist");
        var again = await page.SubmitAsync(button: "button[lang=zh-Hans]");
        Assert.Equal("/account/sign-in?ReturnUrl=%2Fassist", again.Path);
        Assert.Equal("zh-Hans", again.Language);
    }

    [Fact]
    public async Task The_profile_wins_over_the_cookie()
    {
        var email = await portal.AddHostAsync("Polyglot", PortalPeople.Northwind);
        using (var first = portal.CreatePortalClient())
        {
            var page = await first.SignInToFirstPageAsync(email);
            Assert.Equal("zh-Hant", (await page.SubmitAsync(button: "button[name=Language][value=zh-Hant]")).Language);
            var entry = await portal.InDatabaseAsync(
                db => db.AuditEntries.SingleAsync(item => item.Action == "user.language-chosen"));
            var details = AuditDetails.Of(entry, await portal.LastAuditAsync<UserLanguageChosen>());
            Assert.Equal("""{"before":{"Language":null},"after":{"Language":"zh-Hant"}}""", details.ToJson());
        }

        using var other = portal.CreatePortalClient();
        other.AcceptLanguage = "en";
        var start = await other.GetAsync("/account/sign-in");
        Assert.Equal("zh-Hans", (await start.SubmitAsync(button: "button[lang=zh-Hans]")).Language);
        Assert.Equal("zh-Hant", (await other.SignInToFirstPageAsync(email)).Language);
    }

    [Fact]
    public async Task An_unknown_language_changes_nothing()
    {
        using var browser = portal.CreatePortalClient();
        var (action, fields) = (await browser.GetAsync("/")).Prepare(button: "button[name=Language][value=zh-Hans]");
        var page = await browser.PostAsync(
            action, fields.Select(field => field.Key == "Language" ? KeyValuePair.Create("Language", "tlh") : field));
        Assert.Equal("en", page.Language);
    }

    [Theory]
    [InlineData("light", "light")]
    [InlineData("dark", "dark")]
    [InlineData("system", null)]
    public async Task The_theme_is_kept_in_a_cookie(string choice, string? shown)
    {
        using var browser = portal.CreatePortalClient();
        var page = await (await browser.GetAsync("/")).SubmitAsync(button: $"button[name=Theme][value={choice}]");
        Assert.Equal(shown, page.Document.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(
            shown, (await browser.GetAsync("/account/sign-in")).Document.DocumentElement.GetAttribute("data-theme"));
    }
}
