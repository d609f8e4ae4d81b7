using System.Net;
using AssistPortal.IntegrationTests.Accounts;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Trials;

/// <summary>
/// Partners and customers are strictly apart: what is another's is not there, on every address and verb.
/// </summary>
public sealed class ForeignTrialTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("partner2@demo.example", "/trials/{id", "/trials/new")]
    [InlineData("customer2@demo.example", "/my-trial/users/{id", "/my-trial/users")]
    [InlineData("customer2@demo.example", "/my-trial/devices/{deviceId", "/my-trial/users")]
    public async Task What_is_anothers_is_not_there(string email, string begins, string withForm)
    {
        var things = await ThingsThere.OfAsync(portal);
        using var stranger = portal.CreatePortalClient();
        await stranger.SignInAsync(email);
        var (_, fields) = (await stranger.GetAsync(withForm)).Prepare();
        var endpoints = AccessTable.All.Keys
            .Where(endpoint => endpoint.Split(' ')[1].StartsWith(begins, StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var (method, path) = (new HttpMethod(endpoint.Split(' ')[0]), things.PathOf(endpoint));
            using var response = await stranger.SendOnceAsync(
                method, path, method == HttpMethod.Post ? [.. fields] : null);
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{endpoint}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Lists_and_files_name_nothing_of_anothers()
    {
        using var stranger = portal.CreatePortalClient();
        await stranger.SignInAsync("partner2@demo.example");
        foreach (var path in new[]
        {
            "/trials",
            "/trials?q=harbour",
            "/trials/export.csv",
            "/trials/orders",
            "/trials/orders.csv",
        })
        {
            using var response = await stranger.SendOnceAsync(HttpMethod.Get, path);
            var text = await response.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain("Harbour Books", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Falcon Rail", text, StringComparison.Ordinal);
        }
    }
}
