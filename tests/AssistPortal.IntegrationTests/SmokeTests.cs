using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests;

public sealed class SmokeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_host_orders_from_sign_in_to_confirmation()
    {
        using var client = portal.CreatePortalClient();
        await client.SignInAsync(Journeys.Host);
        var page = await client.OrderAsync();
        Assert.Equal("Error: Sign in", page.Text);
    }

    [Fact]
    public async Task Browsers_reach_it()
    {
        using var real = new PortalFactory();
        var address = real.ListenForBrowsers();
        using var client = real.CreatePortalClient();
        var page = await client.SignInAsync(Journeys.Host);
        Assert.Equal("x", address + page.Text);
    }
}
