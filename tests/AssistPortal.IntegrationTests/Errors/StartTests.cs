using System.Net;
using System.Net.Sockets;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>A14: portals that must not start tell why, and nothing else.</summary>
public sealed class StartTests
{
    private static readonly (string Setting, string Value, string Sentence)[] Wrong =
    [
        ("Portal:Address", "nonsense", "Portal:Address is not an absolute address; allowed is"),
        ("Proxy:Known:0", "x\r\n20:00:00 INF FORGED", @"Proxy:Known has x\u000d\u000a20:00:00 INF FORGED, which is"),
        ("Proxy:Known:1", "y", "Proxy:Known has y, which is neither an address nor a network such as 10.1.0.0/16."),
        ("Demo:Seed", "perhaps", "Demo:Seed is “perhaps”; allowed is true or false."),
        ("Clock:Offset", "tomorrow", "Clock:Offset is not a duration in ISO 8601"),
        ("Database:Provider", "Oracle", "Provider is “Oracle”; allowed is one of Sqlite, SqlServer, PostgreSql."),
        ("Database:CommandTimeoutSeconds", "soon", "is “soon”; allowed is a whole number from 1 to 600."),
        ("Ordering:LeadTimeDays", "-1", "Ordering:LeadTimeDays is -1; allowed is a whole number from 0 to 365."),
        ("Ordering:AccessDays", "x", "Ordering:AccessDays is “x”; allowed is a whole number from 0 to 3650."),
        ("Mail:From", "nobody", "Mail:From is not a mail address."),
        ("Mail:Smtp:Port", "99999", "Mail:Smtp:Port is 99999; allowed is a whole number from 1 to 65535."),
        ("Mail:Retry:Waits:0", "00:00:00", "Mail:Retry:Waits holds a wait that is not positive."),
        ("Directories:Sites:acme.example:IsAdministrator", "maybe", "Sites:acme.example:IsAdministrator is “maybe”"),
        ("Calendars:AllowedNetworks:0", "all", "Calendars:AllowedNetworks: all is no network."),
        ("Trials:HelpDeskAddress", " ", "Trials:HelpDeskAddress is missing."),
        ("Keys:KeyFile", "/no/such/file", "Keys:KeyFile names a file that can't be read"),
    ];

    [Fact]
    public async Task A14_all_wrong_settings_are_told_at_once_each_in_a_sentence()
    {
        var lines = await AssertAsync(
            ServerProcess.FreePort(), 78, [.. Wrong.Select(wrong => (wrong.Setting, wrong.Value))]);
        foreach (var (_, _, sentence) in Wrong)
        {
            Assert.Single(lines, line => line.Contains(sentence, StringComparison.Ordinal));
        }

        Assert.Equal(Wrong.Length, lines.Count);
    }

    [Theory]
    [InlineData(
        "Database:Provider", "PostgreSql", 78, "Database:ConnectionString is needed for this Database:Provider.")]
    [InlineData("Database:ConnectionString", "nonsense", 78, "Database:ConnectionString can't be read for")]
    [InlineData(
        "Database:ConnectionString", "Data Source=/no/such/folder/portal.db", 1, "unable to open database file")]
    [InlineData("Portal:DataDirectory", "/proc/none", 78, "Portal:DataDirectory is /proc/none, where nothing can be")]
    [InlineData("urls", "http://localhost:99999", 78, "Urls has http://localhost:99999, which is no address")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud", 78, "Serilog can't be set up")]
    public async Task A14_a_start_that_fails_ends_with_one_sentence_and_an_exit_code(
        string setting, string value, int code, string sentence) => Assert.Contains(
            sentence,
            Assert.Single(await AssertAsync(ServerProcess.FreePort(), code, [(setting, value)])),
            StringComparison.Ordinal);

    [Fact]
    public async Task A14_so_does_one_whose_port_is_taken_and_it_leaves_the_first_administrators_code()
    {
        using var folder = new PortalFolder();
        using (var before = PortalFactory.With(
            new PortalSetup { Environment = Environments.Production, Demo = false, Folder = folder }))
        {
            _ = before.Services;
        }

        var code = await CodeAsync(folder);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var lines = await AssertAsync(((IPEndPoint)listener.LocalEndpoint).Port, 1, [], folder);
        Assert.Contains("address already in use", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(code, await CodeAsync(folder));
    }

    /// <summary>What is told of the failure.</summary>
    private static async Task<IReadOnlyList<string>> AssertAsync(
        int port, int code, (string Name, string Value)[] settings, PortalFolder? there = null)
    {
        using var folder = new PortalFolder();
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Portal:DataDirectory"] = (there ?? folder).Path,
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        await using var server = ServerProcess.Start(
            typeof(Program).Assembly.Location, port, Path.Combine(folder.Path, "log"), all);
        Assert.Equal(code, await server.ExitAsync());
        var lines = server.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(lines, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("one-time code", StringComparison.Ordinal));
        return [.. lines.Where(line => line.Contains(" FTL ", StringComparison.Ordinal))];
    }

    private static async Task<string> CodeAsync(PortalFolder folder)
    {
        await using var connection = new SqliteConnection(folder.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Hash" FROM "SetupCode" """;
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
