using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Layout;

/// <summary>What is typed and shown again is shown to nobody else, does nothing, and leads nowhere.</summary>
public sealed class TypedFormsSafetyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Chinese = "button[lang=zh-Hant]";

    private const string Coordinator = "coordinator@demo.example";

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "null")]
    public async Task A_strangers_page_puts_no_words_into_a_form(string? site, string? origin)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var page = await browser.GetAsync("/staff/packages/1");
        KeyValuePair<string, string>[] words =
            [KeyValuePair.Create("__Form", "#step-form"), KeyValuePair.Create("Names[en]", "Stranger")];
        Assert.Equal("Stranger", (await browser.PostAsync("/staff/packages/1?typed", words)).Value("Names[en]"));
        (browser.FetchSite, browser.Origin) = (site, origin);

        var answer = await browser.PostAsync("/staff/packages/1?typed", words);

        Assert.Equal((HttpStatusCode.OK, page.Value("Names[en]")), (answer.Status, answer.Value("Names[en]")));
        Assert.DoesNotContain("Stranger", answer.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_done_with_a_form_that_is_only_shown_and_it_leads_nowhere_else()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var page = await browser.GetAsync("/staff/packages/1");
        var before = page.Value("Names[en]");
        var (_, typed) = page.Prepare(new() { ["Names[en]"] = "Another name" }, Chinese);
        var theme = "/preferences/theme?choice=light";

        foreach (var (to, at) in new[]
        {
            ("//evil.example/", "/"), ("https://evil.example/", "/"), ("/staff/packages/1#", "/staff/packages/1"),
            ("/staff/packages/1?x=1#y", "/staff/packages/1"),
        })
        {
            var answer = await browser.PostAsync(
                theme, [.. typed.Where(field => field.Key != "__Page"), KeyValuePair.Create("__Page", to)]);
            Assert.Equal((HttpStatusCode.OK, at is "/" ? "/staff" : at), (answer.Status, answer.Path.Split('?')[0]));
        }

        Assert.Equal(before, (await browser.GetAsync("/staff/packages/1")).Value("Names[en]"));
        var withoutToken = await browser.PostAsync(
            theme, [.. typed.Where(field => field.Key != "__RequestVerificationToken")]);
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.Status);
    }

    [Fact]
    public async Task A_password_is_never_shown_nor_carried()
    {
        using var browser = portal.CreatePortalClient();
        var page = await browser.GetAsync("/account/sign-in?ReturnUrl=%2Fresources");

        var again = await page.SubmitAsync(
            new() { ["Email"] = "jane@customer.example", ["Password"] = "never shown again" }, Chinese);

        Assert.Equal(("jane@customer.example", "/resources"), (again.Value("Email"), again.Value("ReturnUrl")));
        Assert.DoesNotContain("never shown again", again.Source, StringComparison.Ordinal);
        Assert.StartsWith("no-store", again.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("jane", again.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Coordinator, "/staff/packages/1")]
    [InlineData(Coordinator, "/staff/producers/1/hours")]
    [InlineData(Journeys.Host, "/account/mail")]
    [InlineData("partner@demo.example", "/trials?q=a")]
    public async Task A_form_that_was_only_opened_is_not_kept_by_signing_out(string person, string address)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(person);
        var page = await browser.GetAsync(address);

        var left = await page.SubmitAsync(button: ".site-header button[formaction*='/account/sign-out']");

        Assert.Equal((HttpStatusCode.OK, "/account/signed-out"), (left.Status, left.Path));
        Assert.Null(left.Find("main [name=Carried]"));
        Assert.Equal("/account/sign-in", (await browser.GetAsync(address)).Path.Split('?')[0]);
    }
}
