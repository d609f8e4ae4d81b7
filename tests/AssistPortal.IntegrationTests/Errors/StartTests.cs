using System.Net;
using System.Net.Sockets;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>Portals that must not start tell why, and nothing else.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Portal:Address", "nonsense", 78, "Portal:Address is not an absolute address")]
    [InlineData("Proxy:Known:0", "x\r\n20:00:00 INF FORGED", 78, @"Proxy:Known has x\u000d\u000a20:00:00 INF FORGED")]
    [InlineData(
        "Database:Provider", "PostgreSql", 78, "Database:ConnectionString is needed for this Database:Provider.")]
    [InlineData(
        "Database:ConnectionString", "Data Source=/no/such/folder/portal.db", 1, "unable to open database file")]
    public async Task A_start_that_fails_ends_with_one_sentence_and_an_exit_code(
        string setting, string value, int code, string sentence) =>
        await AssertAsync(ServerProcess.FreePort(), setting, value, code, sentence);

    [Fact]
    public async Task So_does_one_whose_port_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await AssertAsync(((IPEndPoint)listener.LocalEndpoint).Port, "Demo:Seed", "false", 1, "address already in use");
    }

    private static async Task AssertAsync(int port, string setting, string value, int code, string sentence)
    {
        using var folder = new PortalFolder();
        var log = Path.Combine(folder.Path, "log");
        await using var server = ServerProcess.Start(
            typeof(Program).Assembly.Location,
            port,
            log,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Portal:DataDirectory"] = folder.Path,
                [setting] = value,
            });

        Assert.Equal(code, await server.ExitAsync());
        var lines = server.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var told = Assert.Single(lines, line => line.Contains(" FTL ", StringComparison.Ordinal));
        Assert.Contains(sentence, told, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }
}
