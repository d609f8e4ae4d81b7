using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>page</c>: step 1 with its data against a bare MVC page in the same run; and what step 1 weighs.
/// </summary>
internal static class PageCommand
{
    private const string BareProject = "tests/AssistPortal.Benchmarks.BarePage";
    private const double BarRatio = 0.25;
    private const double BarFirst = 120;
    private const double BarLater = 15;
    private const double Kilobyte = 1024;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var clients = arguments.Number("clients", 8);
        var bareAssembly = await PortalRun.PublishedAsync(arguments, BareProject, "bare", cancellationToken);
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(
            portal.Database, arguments.Number("producers", 20), aroundTheClock: false, cancellationToken);
        using var hosts = await HostGroup.SignInAsync(portal, clients, encoding: null, cancellationToken);
        using var folder = new TempFolder();
        await using var bare = ServerProcess.Start(
            bareAssembly,
            ServerProcess.FreePort(),
            folder.Of("bare.log"),
            new Dictionary<string, string>(StringComparer.Ordinal));
        await bare.WaitAsync("/", cancellationToken);

        var steps = new List<(string Path, HostBrowser Browser)>();
        foreach (var (wizard, browser) in hosts.Wizards.Zip(hosts.Browsers))
        {
            steps.Add(((await wizard.BeginAsync(cancellationToken)).Path, browser));
        }

        var address = portal.Addresses[0];
        var plain = await CompareAsync(arguments, bare, portal.Servers[0], steps, "", cancellationToken);
        figures.AtLeast("step 1 against a bare page", plain, BarRatio, "");
        if (arguments.Text("compressed") != "no")
        {
            var packed = await CompareAsync(
                arguments, bare, portal.Servers[0], steps, "Accept-Encoding: br\r\n", cancellationToken);
            Figures.Tell("the same where browsers unpack Brotli", packed, "");
        }

        var weight = await PageWeight.OfAsync(address, steps[0].Path, steps[0].Browser.Cookies, cancellationToken);
        figures.AtMost("weight of step 1, first visit", weight.First / Kilobyte, BarFirst, "KiB");
        figures.AtMost("weight of step 1, later", weight.Later / Kilobyte, BarLater, "KiB");
        Figures.Tell("files", weight.Files, "");
        Figures.Tell("peak memory of the server", portal.Servers[0].PeakMemory(), "MiB");
    }

    private static async Task<double> CompareAsync(
        Arguments arguments,
        ServerProcess bare,
        ServerProcess portal,
        IReadOnlyList<(string Path, HostBrowser Browser)> steps,
        string headers, CancellationToken cancellationToken)
    {
        var (warmUp, time) = (Seconds(arguments, "warmup", 3), Seconds(arguments, "seconds", 4));
        Task<IReadOnlyList<IReadOnlyList<byte[]>>> BareAsync() => Task.FromResult<IReadOnlyList<IReadOnlyList<byte[]>>>(
            [.. steps.Select(_ => new[] { RawConnection.Get(bare.Address, "/", headers) })]);
        async Task<IReadOnlyList<IReadOnlyList<byte[]>>> StepsAsync()
        {
            await Task.WhenAll(steps.Select(step => step.Browser.GetAsync(step.Path, cancellationToken)));
            return
            [
                .. steps.Select(step => new[]
                {
                    RawConnection.Get(portal.Address, step.Path, $"Cookie: {step.Browser.Cookies}\r\n{headers}"),
                }),
            ];
        }

        // In turns, so that what else the machine does hits both.
        var runs = new List<(LoadRun Bare, LoadRun Step)>();
        for (var round = 0; round < 2; round++)
        {
            runs.Add((
                await LoadRun.OfAsync(
                    bare, BareAsync, 200, round == 0 ? warmUp : TimeSpan.Zero, time, cancellationToken),
                await LoadRun.OfAsync(
                    portal, StepsAsync, 200, round == 0 ? warmUp : TimeSpan.Zero, time, cancellationToken)));
            Figures.Tell($"bare page{(headers.Length > 0 ? ", compressed" : "")}", $"{runs[round].Bare}");
            Figures.Tell($"step 1{(headers.Length > 0 ? ", compressed" : "")}", $"{runs[round].Step}");
        }

        if (runs.Exists(run => run.Step.Others > 0 || run.Bare.Others > 0))
        {
            throw new InvalidOperationException("There were responses other than 200.");
        }

        Figures.Tell(
            "the same by processor time",
            runs.Sum(run => run.Bare.Processor) / runs.Sum(run => run.Step.Processor),
            "");
        return runs.Sum(run => run.Step.PerSecond) / runs.Sum(run => run.Bare.PerSecond);
    }

    private static TimeSpan Seconds(Arguments arguments, string name, int otherwise) =>
        TimeSpan.FromSeconds(arguments.Number(name, otherwise));
}
