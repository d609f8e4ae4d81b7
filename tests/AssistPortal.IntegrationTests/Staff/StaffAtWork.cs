using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>A portal with a coordinator signed in, shared by the tests of one class.</summary>
public sealed class StaffAtWork : IAsyncLifetime
{
    public PortalFactory Portal { get; } = new();

    public PortalClient Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Browser = Portal.CreatePortalClient();
        await Browser.SignInAsync("coordinator@demo.example");
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }
}
