using System.Net;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

public sealed partial class LookupTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task What_is_missing_or_mistyped_is_told_before_any_look_up(string language)
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var nothing = await browser.SearchAsync(" ", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Equal(portal.Words(language, "Managing.RequestNumber.Missing"), nothing.Errors["RequestNumber"]);
        Assert.Equal(portal.Words(language, "Managing.Email.Missing"), nothing.Errors["Email"]);

        for (var tries = 0; tries < 12; tries++)
        {
            var mistyped = await browser.SearchAsync("7K3M9-X2QA?", "ann@example");
            Assert.Equal(portal.Words(language, "Managing.RequestNumber.Mistyped"), mistyped.Errors["RequestNumber"]);
            Assert.Equal(portal.Words(language, "Shared.Error.Email"), mistyped.Errors["Email"]);
            Assert.Equal(("7K3M9-X2QA?", "ann@example"), (mistyped.Value("RequestNumber"), mistyped.Value("Email")));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void J21_The_number_that_the_page_gives_as_an_example_is_one(string language)
    {
        using var portal = new PortalFactory();
        var hint = portal.Words(language, "Managing.RequestNumber.Hint");

        Assert.True(RequestNumber.TryParse(Example().Match(hint).Value, out _), hint);
    }

    [Fact]
    public async Task Number_and_address_are_read_as_people_type_them()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();
        var typed = $" {order.Number[..3].ToLowerInvariant()} {order.Number[3..8]}－{order.Number[8..]}".Replace(
            '0', 'o').Replace('1', 'l');
        var page = (await browser.SearchAsync(typed, " CONTACT@customer.EXAMPLE ")).At("availability");
        Assert.Contains(order.RequestNumber.ToString(), page.Text, StringComparison.Ordinal);
        Assert.Contains("How we plan the spring", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_number_a_wrong_address_and_a_past_order_are_not_told_apart()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var past = await portal.PlaceAsync(new FreeMoment(new(2026, 12, 16, 10, 0)));
        portal.Clock.Reset(past.Time.End + Duration.FromSeconds(1));
        using var browser = portal.CreatePortalClient();
        var unknown = await browser.SearchAsync(RequestNumber.Random().ToString(), Customers.Email);
        var wrong = await browser.SearchAsync(order.RequestNumber.ToString(), "somebody@customer.example");
        var over = await browser.SearchAsync(past.RequestNumber.ToString(), Customers.Email);

        Assert.Equal(portal.Words("en", "Managing.Search.NotFound"), unknown.Errors["RequestNumber"]);
        Assert.Equal((422, 422, 422), ((int)unknown.Status, (int)wrong.Status, (int)over.Status));
        Assert.Equal(Same(unknown), Same(wrong));
        Assert.Equal(Same(unknown), Same(over));
        Assert.Equal(unknown.Headers.Keys.Order(), wrong.Headers.Keys.Order());
        Assert.Equal(unknown.Headers.Keys.Order(), over.Headers.Keys.Order());
    }

    [Theory]
    [InlineData("by address")]
    [InlineData("by number")]
    [InlineData("by e-mail")]
    public async Task The_eleventh_wrong_try_in_a_quarter_of_an_hour_has_to_wait_on_whatever_server(string by)
    {
        using var folder = new PortalFolder();
        var addresses = new ClientAddresses();
        using var one = PortalFactory.With(new PortalSetup { Folder = folder, Services = addresses.Use });
        var order = await one.PlaceAsync();
        using var two = PortalFactory.With(
            new PortalSetup { Folder = folder, Clock = one.Clock, Services = addresses.Use });
        using var browser = one.CreatePortalClient();
        using var other = two.CreatePortalClient();
        Task<PortalPage> Try(PortalClient client, int number)
        {
            addresses.Next = by == "by address" ? "203.0.113.7" : $"198.51.100.{Math.Min(number, 9)}";
            return client.SearchAsync(
                (by == "by number" ? order.RequestNumber : RequestNumber.Random()).ToString(),
                by == "by e-mail" ? "who@customer.example" : $"who{number}@customer.example");
        }

        // The last two of them from where the next ones come.
        for (var number = 1; number <= 10; number++)
        {
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity, (await Try(number % 2 == 0 ? browser : other, number)).Status);
        }

        one.Clock.Advance(Duration.FromMinutes(4));
        foreach (var client in new[] { browser, other, browser })
        {
            var late = await Try(client, 11);
            Assert.Equal((HttpStatusCode.TooManyRequests, "660"), (late.Status, late.Headers["Retry-After"]));
            Assert.Equal(one.Words("en", "Managing.Search.TooMany|11 minutes"), late.Errors["RequestNumber"]);
            Assert.NotEqual("", late.Value("RequestNumber"));
        }

        one.Clock.Advance(Duration.FromMinutes(11));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Try(other, 12)).Status);
    }

    [Fact]
    public async Task Right_tries_do_not_count()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        for (var number = 0; number < 12; number++)
        {
            var (browser, _) = await portal.FindAsync(order);
            browser.Dispose();
        }
    }

    [Fact]
    public async Task Of_many_wrong_tries_at_the_same_moment_ten_are_made()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/assist/manage");
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => form.SubmitAsync(new()
        {
            ["RequestNumber"] = RequestNumber.Random().ToString(), ["Email"] = $"who{number}@customer.example",
        })));
        Assert.InRange(pages.Count(page => page.Status == HttpStatusCode.UnprocessableEntity), 0, 10);
        Assert.All(pages, page => Assert.True((int)page.Status is 422 or 429, page.Describe()));
    }

    /// <summary>
    /// The page without what was typed, and without the antiforgery token, which is another in each page.
    /// </summary>
    private static string Same(PortalPage page) => Typed().Replace(page.Source, "value=\"\"");

    [GeneratedRegex("value=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Typed();

    [GeneratedRegex("[0-9A-Z]{5}-[0-9A-Z]{5}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Example();
}
