using AssistPortal.TestSupport.Portal;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// A portal with its demo data on Kestrel, shared by the tests of one class, and keeps the browser open.
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

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await TestBrowser.OpenAsync();
        Address = Portal.ListenForBrowsers();
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await TestBrowser.CloseAsync();
    }
}
