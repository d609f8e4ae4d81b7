using System.Net;
using AssistPortal.Assist;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class AccessTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    // In Development only: files that came after the build.
    private const string LaterFiles = "{**path:file}";

    [Fact]
    public void The_table_of_access_names_each_endpoint_and_nothing_else() =>
        Assert.Equal(AccessTable.All.Keys.Order(StringComparer.Ordinal), Endpoints().Order(StringComparer.Ordinal));

    [Fact]
    public void Files_are_for_everybody_and_the_only_endpoints_outside_the_table()
    {
        var files = RouteEndpoints().Where(file => IsFile(file) && file.RoutePattern.RawText != LaterFiles).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotNull(file.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Fact]
    public async Task Nobody_gets_anywhere_without_signing_in_but_to_what_is_for_everybody()
    {
        var things = await ThingsThere.OfAsync(portal);
        using var browser = portal.CreatePortalClient();
        browser.FetchSite = "cross-site";
        foreach (var (endpoint, who) in AccessTable.All)
        {
            using var response = await KnockAsync(browser, endpoint, things);
            if (who == MayEnter.Anybody)
            {
                Assert.False(IsSignIn(response) && endpoint != "POST /account/session-ended", endpoint);
                Assert.NotEqual(HttpStatusCode.Forbidden, response.StatusCode);
            }
            else
            {
                Assert.True(IsSignIn(response), $"{endpoint}: {response.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData(Journeys.Host, MayEnter.Host)]
    [InlineData("coordinator@demo.example", MayEnter.Staff)]
    [InlineData("admin@demo.example", MayEnter.Staff, MayEnter.Administrator)]
    [InlineData("producer@demo.example", MayEnter.Producer)]
    [InlineData("partner@demo.example", MayEnter.Partner)]
    [InlineData("customer@demo.example", MayEnter.Customer)]
    [InlineData("helpdesk@demo.example", MayEnter.HelpDesk)]
    public Task Everybody_enters_what_is_for_their_role_and_finds_nothing_else(string email, params MayEnter[] roles) =>
        WalkAsync(portal, email, roles);

    [Fact]
    public async Task An_account_without_a_role_enters_what_is_for_all_and_one_with_two_what_is_for_either()
    {
        using var own = new PortalFactory();
        await WalkAsync(own, await own.AddUserAsync("Nobody"), []);
        await own.AddRoleAsync(Journeys.Host, AssistRoles.Coordinator);
        await WalkAsync(own, Journeys.Host, [MayEnter.Host, MayEnter.Staff]);
    }

    private static async Task WalkAsync(PortalFactory portal, string email, MayEnter[] roles)
    {
        var things = await ThingsThere.OfAsync(portal);
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        foreach (var (endpoint, who) in AccessTable.All)
        {
            using var response = await KnockAsync(browser, endpoint, things);
            Assert.False(IsSignIn(response), endpoint);
            if (!AccessTable.IsOpenTo(who, roles))
            {
                Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{endpoint}: {response.StatusCode}");
            }
            else if (who is not (MayEnter.Anybody or MayEnter.SignedIn)
                && !endpoint.Contains("{draft:guid}", StringComparison.Ordinal))
            {
                // What was posted lacks its token; a page that was asked for is there.
                var isRefusedLater = response.StatusCode is HttpStatusCode.BadRequest
                    || endpoint.StartsWith("GET ", StringComparison.Ordinal);
                Assert.True(
                    isRefusedLater && response.StatusCode != HttpStatusCode.NotFound,
                    $"{endpoint}: {response.StatusCode}");
            }

            if (!HasSession(browser))
            {
                // Some addresses end it.
                await browser.SignInAsync(email);
            }
        }
    }

    [Fact]
    public async Task Every_post_without_an_antiforgery_token_is_refused_but_for_the_listed_ones()
    {
        var things = await ThingsThere.OfAsync(portal);
        using var browser = portal.CreatePortalClient();
        using var staff = portal.CreatePortalClient();
        using var producer = portal.CreatePortalClient();
        using var administrator = portal.CreatePortalClient();
        using var customer = portal.CreatePortalClient();
        using var partner = portal.CreatePortalClient();
        using var helpDesk = portal.CreatePortalClient();
        await customer.SignInAsync("customer@demo.example");
        await partner.SignInAsync("partner@demo.example");
        await helpDesk.SignInAsync("helpdesk@demo.example");
        await administrator.SignInAsync("admin@demo.example");
        await browser.SignInAsync(Journeys.Host);
        await staff.SignInAsync("coordinator@demo.example");
        await producer.SignInAsync("producer@demo.example");
        foreach (var (endpoint, who) in AccessTable.All.Where(
            line => line.Key.StartsWith("POST ", StringComparison.Ordinal)))
        {
            using var response = await KnockAsync(
                who switch
                {
                    MayEnter.Administrator => administrator,
                    MayEnter.Staff => staff,
                    MayEnter.Producer => producer,
                    MayEnter.Customer => customer,
                    MayEnter.Partner => partner,
                    MayEnter.HelpDesk => helpDesk,
                    _ => browser,
                },
                endpoint,
                things);
            Assert.True(
                AccessTable.WithoutToken.Contains(endpoint) != (response.StatusCode == HttpStatusCode.BadRequest),
                $"{endpoint}: {response.StatusCode}");
        }

        Assert.Equal("/resources", (await browser.GetAsync("/")).Path);
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_refused()
    {
        using var host = portal.CreatePortalClient();
        using var other = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        await other.SignInAsync(Journeys.OtherHost);
        var (action, fields) = (await other.GetAsync("/assist")).Prepare(button: "form[action='/assist/order'] button");
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(action, fields)).Status);
    }

    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || endpoint.RoutePattern.RawText == LaterFiles;

    private static bool IsSignIn(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.Found
        && new Uri(new Uri("http://localhost"), response.Headers.Location!).AbsolutePath == "/account/sign-in";

    private static bool HasSession(PortalClient browser) =>
        browser.Cookies.GetAllCookies().Any(cookie => cookie.Name == "portal-session");

    private static Task<HttpResponseMessage> KnockAsync(PortalClient browser, string endpoint, ThingsThere things) =>
        browser.SendOnceAsync(
            endpoint.StartsWith("POST ", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get,
            things.PathOf(endpoint));

    private IEnumerable<RouteEndpoint> RouteEndpoints() =>
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<string> Endpoints() =>
        from endpoint in RouteEndpoints()
        where !IsFile(endpoint)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";
}
