using System.Net;
using AssistPortal.Data;
using AssistPortal.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Errors;

public sealed class ResponseHeaderTests
{
    private readonly FaultyDatabase database = new();

    [Fact]
    public async Task Every_kind_of_response_has_the_security_headers_and_pages_are_not_stored()
    {
        using var portal = PortalFactory.With(new PortalSetup
        {
            Services =
                services => services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(database)),
        });
        using var browser = portal.CreatePortalClient();
        await AssertAsync(browser, "/", HttpStatusCode.OK);
        await AssertAsync(browser, "/assist", HttpStatusCode.Found);
        await AssertAsync(browser, "/no/such/page", HttpStatusCode.NotFound);
        await AssertAsync(browser, "/account/sign-in", HttpStatusCode.BadRequest, []);
        await browser.SignInAsync(Journeys.Host);
        var number = (await browser.OrderAsync()).RequestNumber();
        await AssertAsync(browser, "/resources", HttpStatusCode.OK);
        await AssertAsync(browser, $"/resources/orders/{number}/print", HttpStatusCode.OK);
        await AssertAsync(browser, $"/resources/orders/{number}/calendar.ics", HttpStatusCode.OK);
        await AssertAsync(browser, "/account/stay", HttpStatusCode.NoContent);
        var (action, fields) = (await browser.BeginAsync()).Prepare();
        await AssertAsync(browser, action, HttpStatusCode.UnprocessableEntity, fields);
        foreach (var file in new[]
        {
            "/css/portal.css",
            "/js/fee.js",
            "/favicon.svg",
            "/lib/bootstrap/bootstrap.min.css",
        })
        {
            await AssertAsync(browser, file, HttpStatusCode.OK, isPage: false);
        }

        await AssertAsync(browser, "/health/live", HttpStatusCode.OK, isPage: false);
        await AssertAsync(browser, "/health/ready", HttpStatusCode.OK, isPage: false);
        database.Fault = () => new InvalidOperationException("x");
        await AssertAsync(browser, "/resources", HttpStatusCode.InternalServerError);
        database.Fault = () => new TimeoutException("x");
        await AssertAsync(browser, "/resources", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Pages_carry_nothing_that_the_content_security_policy_would_block()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        var signIn = await browser.GetAsync("/account/sign-in");
        await browser.SignInAsync(Journeys.Host);
        var availability = await browser.BeginAsync();
        var lookup = await availability.SubmitAsync(FreeMoment.Next().Fields());
        var information = await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" });
        var confirmation = await information.SubmitAsync(Journeys.EventFields());
        var print = await browser.GetAsync($"/resources/orders/{confirmation.RequestNumber()}/print");
        foreach (var page in new[]
        {
            signIn,
            availability,
            lookup,
            information,
            confirmation,
            print,
            await browser.GetAsync("/assist"),
            await browser.GetAsync("/none"),
        })
        {
            Assert.Empty(
                page.All("script:not([src]), style, [style], [onclick], [onsubmit], iframe, object, embed, base"));
            Assert.All(page.All("script[src], link[href], img[src]"), element => Assert.StartsWith(
                "/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
            foreach (var file in page.All("script[src], link[href], img[src]")
                .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!))
            {
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(file)).Status);
            }
        }
    }

    private static async Task AssertAsync(
        PortalClient browser, string path, HttpStatusCode status,
        IReadOnlyCollection<KeyValuePair<string, string>>? fields = null, bool isPage = true)
    {
        using var response = await browser.SendOnceAsync(
            fields is null ? HttpMethod.Get : HttpMethod.Post, path, fields);
        Assert.True(status == response.StatusCode, $"{path}: {response.StatusCode}");
        string Header(string name) => response.Headers.TryGetValues(name, out var values)
            ? string.Join(", ", values)
            : throw new InvalidOperationException($"{path} ({response.StatusCode}) has no {name}.");
        var policy = Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        if (response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.Found))
        {
            Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        }

        Assert.False(response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By"), path);
        if (isPage)
        {
            Assert.True(response.Headers.CacheControl?.NoStore, $"{path} ({response.StatusCode}) may be stored.");
        }
    }
}
