using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Errors;

public sealed class HealthTests
{
    [Fact]
    public async Task A_portal_that_runs_is_alive_and_ready()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            var page = await browser.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "Healthy"), (page.Status, page.Source));
        }
    }

    [Fact]
    public async Task A_portal_without_its_database_is_alive_but_not_ready()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.GetAsync("/health/ready");
        using (var connection = new SqliteConnection(portal.Folder.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(portal.Folder.Path, recursive: true);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
        var ready = await browser.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.Status, ready.Source.Split('\n')[0]));
        Assert.Contains("database: Unhealthy. The database can't be written.", ready.Source, StringComparison.Ordinal);
        Assert.Contains("data folder: Unhealthy.", ready.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A13_a_full_disk_of_the_data_folder_is_told()
    {
        // Nobody has room in /proc, whatever their rights.
        using var portal = PortalFactory.With(new PortalSetup
        {
            Services = services => services.AddSingleton(new DataFolder("/proc")),
        });
        using var browser = portal.CreatePortalClient();
        var ready = await browser.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal("Unhealthy\ndata folder: Unhealthy. The disk of the data folder is full.", ready.Source);
    }
}
