using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// A portal with its demo data on Kestrel, shared by the tests of one class, and the browser they share with all.
/// </summary>
public sealed class PortalFixture : IAsyncLifetime
{
    /// <summary>In Development files are neither compressed nor kept by browsers, so that they can be edited.</summary>
    private static readonly Dictionary<string, string> FilesAsInProduction = new(StringComparer.Ordinal)
    {
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["EnableStaticAssetsDevelopmentCaching"] = "true",
    };

    public PortalFactory Portal { get; } = PortalFactory.With(new PortalSetup { Settings = FilesAsInProduction });

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
