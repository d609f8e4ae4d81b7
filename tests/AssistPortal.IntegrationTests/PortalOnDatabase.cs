using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests;

/// <summary>Tests on each database: each has a portal of its own with the demo data.</summary>
public abstract class PortalOnDatabase : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly List<PortalClient> browsers = [];

    protected PortalOnDatabase(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        Portal = PortalFactory.With(new PortalSetup { Database = database });
    }

    protected PortalFactory Portal { get; }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        browsers.ForEach(browser => browser.Dispose());
        await Portal.DisposeAsync();
        database.Dispose();
    }

    /// <summary>A browser in which somebody has signed in; it ends with the test.</summary>
    protected async Task<PortalClient> SignedInAsync(string email)
    {
        var browser = Kept(Portal.CreatePortalClient());
        await browser.SignInAsync(email);
        return browser;
    }

    /// <summary>A browser that ends with the test.</summary>
    protected PortalClient Kept(PortalClient browser)
    {
        browsers.Add(browser);
        return browser;
    }
}

/// <summary>The same with a coordinator at work.</summary>
public abstract class DeskOnDatabase(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    /// <summary>The coordinator's browser.</summary>
    protected PortalClient Staff { get; private set; } = null!;

    public override async Task InitializeAsync() => Staff = await SignedInAsync("coordinator@demo.example");
}
