using AssistPortal.Benchmarks.Counters;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.Benchmarks.Servers;

/// <summary>
/// The portal under test: its published build, a database and a folder of its own, one server or two.
/// </summary>
internal sealed class PortalRun : IAsyncDisposable
{
    public const string Project = "src/AssistPortal.Web";

    private readonly TempFolder folder = new();
    private readonly List<(ServerProcess Process, int Port)> servers = [];
    private readonly string assembly;

    private readonly IReadOnlyDictionary<string, string> further;

    private PortalRun(string assembly, Arguments arguments, IReadOnlyDictionary<string, string>? further)
    {
        this.assembly = assembly;
        this.further = further ?? new Dictionary<string, string>(StringComparer.Ordinal);
        Database = BenchDatabase.New(arguments, folder);
    }

    public BenchDatabase Database { get; }

    public IReadOnlyList<Uri> Addresses => [.. servers.Select(server => server.Process.Address)];

    public IReadOnlyList<ServerProcess> Servers => [.. servers.Select(server => server.Process)];

    /// <summary>Mails that the worker has handed over.</summary>
    public int MailsSent => Directory.Exists(MailFolder) ? Directory.EnumerateFiles(MailFolder, "*.eml").Count() : 0;

    /// <summary>The socket at which the first server tells what it asks of its database.</summary>
    public string Counters => CountersOf(servers[0].Port);

    private string MailFolder => folder.Of("mail");

    /// <summary>
    /// Publishes the portal unless <c>--portal</c> names a folder with it, and starts it on an empty database.
    /// </summary>
    /// <param name="arguments">Of the command.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="further">Settings beside the usual ones.</param>
    public static async Task<PortalRun> StartAsync(
        Arguments arguments,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? further = null)
    {
        var count = arguments.Number("servers", 1);
        if (count > 1 && arguments.Provider == DatabaseProvider.Sqlite)
        {
            throw new UsageException("Two servers need a database server: --provider PostgreSql.");
        }

        var run = new PortalRun(
            await PublishedAsync(arguments, Project, "portal", cancellationToken), arguments, further);
        try
        {
            await run.Database.CreateEmptyAsync(cancellationToken);
            for (var number = 0; number < count; number++)
            {
                var port = ServerProcess.FreePort();
                run.servers.Add((run.Launch(port), port));
                await run.servers[^1].Process.WaitAsync("/health/ready", cancellationToken);
            }

            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>The DLL of a project, published once per run of the benchmarks.</summary>
    public static async Task<string> PublishedAsync(
        Arguments arguments, string project, string setting, CancellationToken cancellationToken) =>
        arguments.Text(setting) is { } given
            ? PublishedApp.DllIn(given, project)
            : await Publications.OfAsync(project, cancellationToken);

    /// <summary>Kills one of the servers and starts it again on the same port.</summary>
    public async Task RestartAsync(int number, bool killed, CancellationToken cancellationToken)
    {
        var (process, port) = servers[number];
        if (killed)
        {
            await process.KillAsync();
        }

        await process.DisposeAsync();
        servers[number] = (Launch(port), port);
        await servers[number].Process.WaitAsync("/health/ready", cancellationToken);
    }

    /// <summary>Ends one of the servers and gives a new process on its port that is only just started.</summary>
    public async Task<ServerProcess> RelaunchAsync(int number)
    {
        var (process, port) = servers[number];
        await process.DisposeAsync();
        servers[number] = (Launch(port), port);
        return servers[number].Process;
    }

    /// <summary>Lines of the servers' logs that tell of errors.</summary>
    public IEnumerable<string> LoggedErrors()
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "server-*.log"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                if (line.Contains(" ERR ", StringComparison.Ordinal)
                    || line.Contains(" FTL ", StringComparison.Ordinal))
                {
                    yield return line;
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in servers)
        {
            await process.DisposeAsync();
        }

        await Database.DisposeAsync();
        folder.Dispose();
    }

    private ServerProcess Launch(int port) => ServerProcess.Start(
        assembly,
        port,
        folder.Of(FormattableString.Invariant($"server-{port}.log")),
        new Dictionary<string, string>(further, StringComparer.Ordinal)
        {
            ["Database:Provider"] = $"{Database.Provider}",
            ["Database:ConnectionString"] = Database.ConnectionString,
            ["Portal:DataDirectory"] = folder.Path,
            ["Mail:PickupDirectory"] = MailFolder,
            ["Ordering:MostHolds"] = "100",
            ["Ordering:MostDrafts"] = "1000",
            ["SecondFactor:Required"] = "false",
        },
        variables: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(CounterSocket).Assembly.Location,
            [CounterSocket.Variable] = CountersOf(port, isNew: true),
        });

    /// <summary>A socket's name must be free: a server that was killed leaves its own behind.</summary>
    private string CountersOf(int port, bool isNew = false)
    {
        var path = folder.Of(FormattableString.Invariant($"counters-{port}"));
        if (isNew)
        {
            File.Delete(path);
        }

        return path;
    }
}
