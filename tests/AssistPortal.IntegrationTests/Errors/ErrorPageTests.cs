using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.TestSupport.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Errors;

public sealed class ErrorPageTests : IAsyncLifetime
{
    private readonly FaultyDatabase database = new();
    private readonly PortalFactory portal;
    private PortalClient browser = null!;

    public ErrorPageTests() => portal = PortalFactory.With(new PortalSetup
    {
        Services =
            services => services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(database)),
    });

    public async Task InitializeAsync()
    {
        browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task A_page_that_is_not_there_is_told_in_our_own_words(string language)
    {
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        foreach (var path in new[] { "/no/such/page", "/error/500", "/error/404", "/error/99999", "/css/none.css" })
        {
            AssertOwnPage(await browser.GetAsync(path), HttpStatusCode.NotFound, language, "404");
        }
    }

    [Theory]
    [InlineData("/no/such/page?x=%E7%8E%8B&y=1", 404)]
    [InlineData("/%E7%8E%8B", 404)]
    [InlineData("/error/404", 404)]
    [InlineData("/assist/order", 405)]
    [InlineData("/assist?x%0Ay=1", 400)]
    public async Task A17_a_change_of_language_or_theme_stays_on_the_page_that_tells_of_an_error(
        string path, int status)
    {
        using var stranger = portal.CreatePortalClient();
        var page = await stranger.GetAsync(path);
        foreach (var (button, language) in new[]
        {
            ("button[name=Language][value=zh-Hans]", "zh-Hans"), ("button[name=Theme][value=dark]", "zh-Hans"),
        })
        {
            page = await page.SubmitAsync(button: button);
            Assert.Equal((path, status, language), (page.Path, (int)page.Status, page.Language));
        }
    }

    [Fact]
    public async Task A17_nor_does_it_lead_to_where_only_forms_go()
    {
        using var stranger = portal.CreatePortalClient();
        var (_, fields) = (await stranger.GetAsync("/account/sign-in")).Prepare();
        var page = await stranger.PostAsync("/no/such/page", fields);
        AssertOwnPage(page, HttpStatusCode.NotFound, "en", "404");
        Assert.Equal("/", (await page.SubmitAsync(button: "button[name=Language][value=zh-Hans]")).Path);
    }

    [Fact]
    public async Task A_page_that_is_not_for_the_role_is_told_in_our_own_words()
    {
        using var producer = portal.CreatePortalClient();
        await producer.SignInAsync("producer@demo.example");
        AssertOwnPage(await producer.GetAsync("/assist"), HttpStatusCode.NotFound, "en", "404");
        AssertOwnPage(await producer.GetAsync("/resources"), HttpStatusCode.NotFound, "en", "404");
    }

    [Fact]
    public async Task An_address_that_only_takes_forms_says_so() =>
        AssertOwnPage(await browser.GetAsync("/assist/order"), HttpStatusCode.MethodNotAllowed, "en", "405");

    [Fact]
    public async Task A_form_with_a_stale_token_is_kept_and_can_be_sent_again()
    {
        var step = await browser.ToEventInformationAsync();
        var stale = await step.SubmitAsync(Journeys.EventFields(new()
        {
            ["Topic"] = " Kept 🎉 </textarea> ", ["Agenda"] = "\nline\n", ["__RequestVerificationToken"] = "stale",
        }));
        AssertOwnPage(stale, HttpStatusCode.BadRequest, "en", "Stale");
        Assert.Contains(portal.Words("en", "Errors.Error.FormKept"), stale.Text, StringComparison.Ordinal);
        var order = await OrderAsync((await stale.SubmitAsync()).At("confirmation"));
        Assert.Equal(("Kept 🎉 </textarea>", "line"), (order.Event.Topic, order.Event.Agenda));
    }

    [Fact]
    public async Task A_forged_form_of_a_strangers_page_is_not_offered_again()
    {
        var step = await browser.ToEventInformationAsync();
        browser.FetchSite = "cross-site";
        var page = await step.SubmitAsync(Journeys.EventFields(new() { ["__RequestVerificationToken"] = "forged" }));
        AssertOwnPage(page, HttpStatusCode.BadRequest, "en", "Stale");
        Assert.Empty(page.Forms);
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_without_its_secrets_and_keeps_the_form()
    {
        var step = await browser.ToEventInformationAsync();
        database.Fault = () => new InvalidOperationException("secret of the server");
        AssertOwnPage(await browser.GetAsync("/resources"), HttpStatusCode.InternalServerError, "en", "500");
        var page = await step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = "Kept" }));
        AssertOwnPage(page, HttpStatusCode.InternalServerError, "en", "500");
        Assert.DoesNotContain("secret of the server", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Source, StringComparison.Ordinal);
        Assert.NotEmpty(portal.Log.Errors);
        database.Fault = null;
        Assert.Equal("Kept", (await OrderAsync((await page.SubmitAsync()).At("confirmation"))).Event.Topic);
    }

    [Fact]
    public async Task A_busy_database_is_told_as_a_passing_state_and_keeps_the_form()
    {
        var step = await browser.ToEventInformationAsync();
        database.Fault = () => new SqliteException("SQLite Error 5: 'database is locked'.", 5);
        AssertOwnPage(await browser.GetAsync("/assist"), HttpStatusCode.ServiceUnavailable, "en", "503");
        var page = await step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = "Kept" }));
        AssertOwnPage(page, HttpStatusCode.ServiceUnavailable, "en", "503");
        database.Fault = null;
        Assert.Equal("Kept", (await OrderAsync((await page.SubmitAsync()).At("confirmation"))).Event.Topic);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_told_in_our_own_words()
    {
        using var real = new PortalFactory();
        real.ListenForBrowsers();
        using var host = real.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var step = await host.ToEventInformationAsync();
        var page = await step.SubmitAsync(Journeys.EventFields(new() { ["Agenda"] = new string('x', 300_000) }));
        AssertOwnPage(page, HttpStatusCode.RequestEntityTooLarge, "en", "413");
        (await step.SubmitAsync(Journeys.EventFields(new() { ["Agenda"] = new string('長', 1300) }))).At("confirmation");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task An_address_that_cannot_be_read_is_not_told_as_a_page_out_of_date(string language)
    {
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        foreach (var path in new[] { "/assist?x%00y=1", "/assist?x%0Ay=1", "/resources/history/export?from=soon" })
        {
            var page = await browser.GetAsync(path);
            AssertOwnPage(page, HttpStatusCode.BadRequest, language, "400");
            Assert.NotEqual(portal.Words(language, "Errors.Error.Stale.Title"), page.Heading);
        }
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_told_in_our_own_words()
    {
        var step = await browser.ToEventInformationAsync();
        var page = await step.SubmitAsync(Journeys.EventFields(new() { ["Agenda"] = "a\0b" }));
        AssertOwnPage(page, HttpStatusCode.BadRequest, "en", "400");
        (await step.SubmitAsync(Journeys.EventFields())).At("confirmation");
    }

    [Fact]
    public async Task A_form_in_a_character_set_that_nobody_reads_gets_a_page_of_ours_too()
    {
        using var http = portal.CreateClient();
        using var content = new ByteArrayContent("Email=x"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = content };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var response = await http.SendAsync(request);
        Assert.Contains("<main", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_fault_in_the_signed_out_part_is_told_in_our_own_words_too()
    {
        using var stranger = portal.CreatePortalClient();
        var form = await stranger.GetAsync("/account/sign-in");
        database.Fault = () => new InvalidOperationException("x");
        var page = await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = "my password" });
        AssertOwnPage(page, HttpStatusCode.InternalServerError, "en", "500");
        Assert.DoesNotContain("my password", page.Source, StringComparison.Ordinal);
    }

    private static void AssertHelpful(PortalPage page)
    {
        Assert.NotNull(page.Find("main a[href='/']"));
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Assert.NotNull(page.Find("header"));
    }

    private void AssertOwnPage(PortalPage page, HttpStatusCode status, string language, string words)
    {
        Assert.True(status == page.Status, page.Describe());
        Assert.Equal(portal.Words(language, $"Errors.Error.{words}.Title"), page.Heading);
        Assert.Equal(language, page.Language);
        Assert.Contains(portal.Words(language, $"Errors.Error.{words}.Text"), page.Text, StringComparison.Ordinal);
        AssertHelpful(page);
    }

    private Task<Order> OrderAsync(PortalPage confirmation)
    {
        var number = confirmation.RequestNumber().Compact;
        return portal.InDatabaseAsync(db => db.Set<Order>().SingleAsync(order => order.Number == number));
    }
}
