using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;

namespace AssistPortal.IntegrationTests.Trials.Convert;

/// <summary>A portal with an administrator of a partner signed in, shared by the tests of one class.</summary>
public sealed class PartnerAtWork : IAsyncLifetime
{
    public PortalFactory Portal { get; } = new();

    public PortalClient Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Browser = Portal.CreatePortalClient();
        await Browser.EnterAsync(ConvertTrials.Partner);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }
}
