using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.Benchmarks.Servers;

/// <summary>A bare MVC page as a process of its own: the unit of what the portal costs.</summary>
internal sealed class BarePage : IAsyncDisposable
{
    private const string Project = "tests/AssistPortal.Benchmarks.BarePage";
    private const int Clients = 8;

    private readonly TempFolder folder = new();
    private readonly string assembly;

    private BarePage(string assembly)
    {
        this.assembly = assembly;
        Process = Launch();
    }

    public ServerProcess Process { get; private set; }

    public Load Load => Load.Of(
        Process,
        _ => Task.FromResult<IReadOnlyList<IReadOnlyList<byte[]>>>(
            [.. Enumerable.Repeat(new[] { RawConnection.Get(Process.Address, "/") }, Clients)]),
        200);

    /// <summary>Publishes it unless <c>--bare</c> names a folder with it, and waits until it answers.</summary>
    public static async Task<BarePage> StartAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var page = new BarePage(await PortalRun.PublishedAsync(arguments, Project, "bare", cancellationToken));
        await page.Process.WaitAsync("/", cancellationToken);
        return page;
    }

    /// <summary>Ends it, and gives a new process that is only just started.</summary>
    public async Task<ServerProcess> RelaunchAsync()
    {
        await Process.DisposeAsync();
        return Process = Launch();
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        folder.Dispose();
    }

    private ServerProcess Launch() => ServerProcess.Start(
        assembly,
        ServerProcess.FreePort(),
        folder.Of("bare.log"),
        new Dictionary<string, string>(StringComparer.Ordinal));
}
