using System.Net;
using System.Runtime.Loader;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.IntegrationTests.Maintenance;

/// <summary>
/// The portal as it is delivered, with its model as code, on a database that has nothing in it. Skipped where no folder
/// with it is named: docs/decisions/0028 has the command.
/// </summary>
public sealed class PublishedPortalTests
{
    [PublishedFact]
    public Task It_starts_on_SQLite_lets_people_in_and_is_sound() => AssertWorksAsync(DatabaseProvider.Sqlite);

    [PublishedFact]
    public Task It_starts_on_PostgreSQL_lets_people_in_and_is_sound() => AssertWorksAsync(DatabaseProvider.PostgreSql);

    [PublishedFact(NeedsSqlServer = true)]
    public Task It_starts_on_SQL_Server_lets_people_in_and_is_sound() => AssertWorksAsync(DatabaseProvider.SqlServer);

    [PublishedFact]
    public void It_has_the_model_of_each_database_as_code()
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            var context = new AssemblyLoadContext($"published {provider}", isCollectible: true);
            var model = CompiledModel.In(context.LoadFromAssemblyPath(
                Path.Combine(PublishedFactAttribute.Folder!, $"{CompiledModel.MigrationsOf(provider)}.dll")));
            Assert.True(model?.GetEntityTypes().Count() > 30, $"{provider}");
            context.Unload();
        }
    }

    private static async Task AssertWorksAsync(DatabaseProvider provider)
    {
        var assembly = Path.Combine(PublishedFactAttribute.Folder!, "AssistPortal.Web.dll");
        using var folder = new PortalFolder();
        using var database = TestDatabase.OnlyNamed(provider);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Portal:DataDirectory"] = folder.Path,
            ["Mail:PickupDirectory"] = folder.Mails,
            ["Database:Provider"] = $"{provider}",
            ["Database:ConnectionString"] = database.ConnectionString,
        };
        await using (var server = ServerProcess.Start(
            assembly, ServerProcess.FreePort(), Path.Combine(folder.Path, "server.log"),
            new Dictionary<string, string>(settings, StringComparer.Ordinal) { ["Demo:Seed"] = "true" }))
        {
            await server.WaitAsync("/", CancellationToken.None);
            using var browser = new PortalClient(
                new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
                {
                    BaseAddress = server.Address,
                });
            await browser.SignInAsync(Journeys.Host);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/resources")).Status);

            // EF Core calls it an error that a database is not there yet.
            Assert.DoesNotContain(
                server.Log.Split('\n'),
                line => line.Contains(" ERR ", StringComparison.Ordinal)
                    && !line.Contains("An error occurred using the connection to database", StringComparison.Ordinal));
        }

        // What the demo data has done has no mails.
        var (code, output) = await CommandProcess.RunAsync(
            assembly,
            [
                "check", "--mails-from", "2100-01-01T00:00:00Z",
                .. settings.Select(item => $"--{item.Key}={item.Value}"),
            ]);
        Assert.True(code == 0, output);
        Assert.Contains("Findings: 0.", output, StringComparison.Ordinal);
    }
}

/// <summary>A fact of the published portal, which is skipped where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    /// <summary>Names the folder of a published portal.</summary>
    public const string Variable = "ASSISTPORTAL_TEST_PUBLISHED";

    private bool needsSqlServer;

    public PublishedFactAttribute() => Skip = Folder is null ? $"{Variable} names no published portal." : null;

    public static string? Folder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    public bool NeedsSqlServer
    {
        get => needsSqlServer;
        set
        {
            needsSqlServer = value;
            if (value && TestDatabase.Server(DatabaseProvider.SqlServer) is null)
            {
                Skip ??= $"{TestDatabase.SqlServerVariable} names no server.";
            }
        }
    }
}
