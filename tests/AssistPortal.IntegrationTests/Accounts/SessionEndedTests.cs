using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class SessionEndedTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Typed = "  Plan <b>B</b> & more 🎉 سلام ";
    private const string Lines = "\nfirst line\n\n  second line  ";

    [Fact]
    public async Task A_form_posted_after_the_session_ended_goes_on_after_signing_in_with_nothing_lost()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        EndSession(browser);

        var signIn = await step.SubmitAsync(Fields());
        Assert.Equal(HttpStatusCode.OK, signIn.Status);
        Assert.Contains(portal.Words("en", "Accounts.SignIn.Carried"), signIn.Text, StringComparison.Ordinal);
        var mistyped = await signIn.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = "not this one" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistyped.Status);
        var again = await mistyped.SubmitAsync(
            new() { ["Email"] = Journeys.Host, ["Password"] = DemoAccounts.Password });
        Assert.Equal(portal.Words("en", "Accounts.Again.Title"), again.Heading);

        var confirmation = (await again.SubmitAsync()).At("confirmation");
        var number = confirmation.RequestNumber().Compact;
        var order = await portal.InDatabaseAsync(db => db.Set<Order>().SingleAsync(item => item.Number == number));
        Assert.Equal(Typed.Trim(), order.Event.Topic);
        Assert.Equal(Lines.Trim(), order.Event.Agenda);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_instead_does_not_get_the_order()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        EndSession(browser);
        var signIn = await step.SubmitAsync(Fields());
        var again = await signIn.SubmitAsync(
            new() { ["Email"] = Journeys.OtherHost, ["Password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.DoesNotContain("Plan &", again.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_has_lost_all_its_cookies_has_not_lost_the_form()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        foreach (var cookie in browser.Cookies.GetAllCookies().ToList())
        {
            cookie.Expired = true;
        }

        var signIn = await step.SubmitAsync(Fields());
        var again = await signIn.SubmitAsync(
            new() { ["Email"] = Journeys.Host, ["Password"] = DemoAccounts.Password });
        (await again.SubmitAsync()).At("confirmation");
    }

    [Fact]
    public async Task A_page_that_is_made_for_anybody_does_not_carry_one_persons_text_to_another()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var settings = await browser.GetAsync("/account/mail");
        EndSession(browser);
        var (action, fields) = settings.Prepare(new() { ["TimeZone"] = "Asia/Taipei" });

        // Sent for its page, by a change of language, and sent for what it is for.
        foreach (var address in new[] { $"{action}?typed", action })
        {
            var signIn = await browser.PostAsync(address, fields);
            Assert.NotNull(signIn.Find("input[name=Carried]"));
            var page = await signIn.SubmitAsync(
                new() { ["Email"] = Journeys.OtherHost, ["Password"] = DemoAccounts.Password });
            Assert.NotEqual(portal.Words("en", "Accounts.Again.Title"), page.Heading);
            Assert.Null(page.Find("textarea[hidden]"));
            EndSession(browser);

            page = await signIn.SubmitAsync(
                new() { ["Email"] = Journeys.Host, ["Password"] = DemoAccounts.Password });
            Assert.Equal(portal.Words("en", "Accounts.Again.Title"), page.Heading);
            EndSession(browser);
        }
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "null")]
    [InlineData("cross-site", "http://localhost")]
    public async Task A_form_of_a_strangers_page_is_not_carried(string? site, string? origin)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        EndSession(browser);
        (browser.FetchSite, browser.Origin) = (site, origin);

        var signIn = await step.SubmitAsync(Fields());
        Assert.StartsWith("/account/sign-in", signIn.Path, StringComparison.Ordinal);
        Assert.Null(signIn.Find("input[name=Carried]"));

        var direct = await browser.PostAsync(
            "/account/session-ended?ReturnUrl=%2Fassist", [KeyValuePair.Create("Topic", "words in my mouth")]);
        Assert.Null(direct.Find("input[name=Carried]"));
        Assert.DoesNotContain("words in my mouth", direct.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_browser_that_sends_only_the_origin_is_carried_too()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        EndSession(browser);
        browser.FetchSite = null;
        Assert.NotNull((await step.SubmitAsync(Fields())).Find("input[name=Carried]"));
    }

    [Fact]
    public async Task A_form_that_was_tampered_with_on_its_way_is_dropped()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        EndSession(browser);
        var signIn = await step.SubmitAsync(Fields());
        var page = await signIn.SubmitAsync(new()
        {
            ["Email"] = Journeys.Host,
            ["Password"] = DemoAccounts.Password,
            ["Carried"] = signIn.Value("Carried")![..^3] + "AAA",
        });
        Assert.Equal(step.Path, page.Path);
    }

    [Fact]
    public async Task A_form_is_carried_to_the_portals_own_pages_only()
    {
        using var browser = portal.CreatePortalClient();
        var page = await browser.PostAsync(
            "/account/session-ended?ReturnUrl=https%3A%2F%2Fevil.example", [KeyValuePair.Create("Topic", "x")]);
        Assert.Equal("/account/sign-in", page.Path);
        Assert.Null(page.Find("input[name=Carried]"));
    }

    private static Dictionary<string, string?> Fields() =>
        Journeys.EventFields(new() { ["Topic"] = Typed, ["Agenda"] = Lines });

    private static void EndSession(PortalClient browser)
    {
        foreach (var cookie in browser.Cookies.GetAllCookies().Where(cookie => cookie.Name == "portal-session"))
        {
            cookie.Expired = true;
        }
    }
}
