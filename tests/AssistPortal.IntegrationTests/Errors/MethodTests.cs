using System.Net;
using AssistPortal.IntegrationTests.Accounts;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>A16: what an address does not take is refused with what it takes.</summary>
public sealed class MethodTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly HttpMethod[] Tried =
    [
        HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch,
        HttpMethod.Options, HttpMethod.Trace, new("PROPFIND"),
    ];

    [Fact]
    public async Task A16_a_wrong_method_is_answered_with_405_and_the_right_ones_on_every_route()
    {
        var things = await ThingsThere.OfAsync(portal);
        using var browser = portal.CreatePortalClient();
        var paths = AccessTable.All.Keys
            .Where(endpoint => !endpoint.StartsWith("ANY ", StringComparison.Ordinal))
            .GroupBy(endpoint => endpoint.Split(' ')[1], endpoint => endpoint.Split(' ')[0]);
        foreach (var path in paths)
        {
            var address = things.PathOf($"GET {path.Key}");
            var taken = path.Contains("GET", StringComparer.Ordinal) ? path.Append("HEAD").ToHashSet() : [.. path];
            foreach (var method in Tried.Where(method => !taken.Contains(method.Method)))
            {
                using var response = await browser.SendOnceAsync(method, address);
                Assert.True(
                    response.StatusCode == HttpStatusCode.MethodNotAllowed,
                    $"{method} {address}: {response.StatusCode}");
                Assert.Equal(taken.Order(), response.Content.Headers.Allow.Order());
            }
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task What_is_nowhere_is_not_found_by_any_method(string method)
    {
        using var browser = portal.CreatePortalClient();
        using var response = await browser.SendOnceAsync(new HttpMethod(method), "/no/such/page");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_refusal_is_a_page_of_ours()
    {
        using var browser = portal.CreatePortalClient();
        using var response = await browser.SendOnceAsync(HttpMethod.Delete, "/assist/manage");
        Assert.Contains(
            "The address exists, but not for what was asked of it",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }
}
