using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>A portal with its demo data on Kestrel, shared by the tests of one class, and the browser they share with all.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    public PortalFixture()
        : this(new PortalSetup())
    {
    }

    internal PortalFixture(PortalSetup setup) => Portal = PortalFactory.With(setup);

    public PortalFactory Portal { get; }

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Browser = await TestBrowser.OpenAsync();
        Address = Portal.ListenForBrowsers();
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await TestBrowser.CloseAsync();
    }
}
