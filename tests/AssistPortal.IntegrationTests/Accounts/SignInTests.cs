using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class SignInTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_host_signs_in_and_is_at_my_resources()
    {
        using var browser = portal.CreatePortalClient();
        var page = await browser.SignInToFirstPageAsync(Journeys.Host);
        Assert.Equal("/resources", page.Path);
        Assert.Equal(portal.Words("en", "Assist.Word.MyResources"), page.Heading);
    }

    [Theory]
    [InlineData("  HOST@demo.example ")]
    [InlineData("ｈｏｓｔ＠ｄｅｍｏ．ｅｘａｍｐｌｅ")]
    public async Task The_address_is_read_tolerantly(string typed)
    {
        using var browser = portal.CreatePortalClient();
        Assert.Equal("/resources", (await browser.SignInToFirstPageAsync(typed)).Path);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_alike()
    {
        using var browser = portal.CreatePortalClient();
        var wrong = await TryAsync(browser, "host2@demo.example", "not the password");
        var unknown = await TryAsync(browser, "nobody@demo.example", "not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(portal.Words("en", "Accounts.SignIn.Wrong"), wrong.Errors["Email"]);
        Assert.Equal(wrong.Errors, unknown.Errors);
        Assert.Equal(wrong.Text, unknown.Text);
        Assert.Equal(wrong.Title, unknown.Title);
        Assert.Equal("host2@demo.example", wrong.Value("Email"));
        Assert.Equal("", wrong.Value("Password"));
        Assert.DoesNotContain("not the password", wrong.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x", "Email", "Accounts.SignIn.Email.Missing")]
    [InlineData("   ", "x", "Email", "Accounts.SignIn.Email.Missing")]
    [InlineData("host@demo.example", "", "Password", "Accounts.SignIn.Password.Missing")]
    public async Task Each_missing_field_has_its_message_in_each_language(
        string email, string password, string field, string sentence)
    {
        foreach (var language in PortalWords.Languages)
        {
            using var browser = portal.CreatePortalClient();
            browser.AcceptLanguage = PortalWords.BrowserOf(language);
            var page = await TryAsync(browser, email, password);
            Assert.Equal(new Dictionary<string, string> { [field] = portal.Words(language, sentence) }, page.Errors);
            Assert.Equal([portal.Words(language, sentence)], page.ErrorSummary);
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = portal.CreatePortalClient();
        var page = await browser.SignInToFirstPageAsync(Journeys.Host);
        var after = await page.SubmitFormAsync("form[action='/account/sign-out']");
        Assert.Equal("/account/signed-out", after.Path);
        Assert.Equal(portal.Words("en", "Accounts.SignedOut.Title"), after.Heading);
        Assert.StartsWith("/account/sign-in?", (await browser.GetAsync("/resources")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_sent_to_sign_in_comes_back_to_where_they_wanted()
    {
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/assist/compare?from=a%20link");
        Assert.StartsWith("/account/sign-in?", form.Path, StringComparison.Ordinal);
        var page = await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = "Demo-portal-1" });
        Assert.Equal("/assist/compare?from=a%20link", page.Path);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~//evil.example")]
    public async Task A_return_address_elsewhere_is_not_followed(string elsewhere)
    {
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(elsewhere)}");
        var (action, fields) = form.Prepare(new() { ["Email"] = Journeys.Host, ["Password"] = "Demo-portal-1" });
        using var response = await browser.SendOnceAsync(HttpMethod.Post, action, fields);
        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_password_never_stands_in_the_log()
    {
        using var browser = portal.CreatePortalClient();
        await TryAsync(browser, "host2@demo.example", "a very secret phrase");
        Assert.DoesNotContain(
            portal.Log.Lines, line => line.Message.Contains("a very secret phrase", StringComparison.Ordinal));
    }

    private static async Task<PortalPage> TryAsync(PortalClient browser, string email, string password) =>
        await (await browser.GetAsync("/account/sign-in")).SubmitAsync(
            new() { ["Email"] = email, ["Password"] = password });
}
