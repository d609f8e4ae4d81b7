using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>http-search</c>: step 1 posted for times at which nobody is free, answered with alternatives.</summary>
internal static class HttpSearchCommand
{
    private const double BarPerSecond = 1000;
    private const double BarMilliseconds = 25;
    private const int Reservations = 10_000;
    private const int Producers = 100;
    private const int Unprocessable = 422;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        var database = portal.Database;
        await Population.AddProducersAsync(database, Producers, aroundTheClock: false, cancellationToken);
        var calendar = new BusyCalendar(
            SystemClock.Instance.GetCurrentInstant().InUtc().Date, Reservations / Producers);
        var times = calendar.For(await BusyCalendar.ProducersAsync(database, cancellationToken));
        await BulkReservations.AddAsync(database, times, withSlots: true, cancellationToken);

        using var hosts = await HostGroup.SignInAsync(
            portal, arguments.Number("clients", 8), encoding: null, cancellationToken);
        var steps = new List<(Page Page, HostBrowser Browser)>();
        foreach (var (wizard, browser) in hosts.Wizards.Zip(hosts.Browsers))
        {
            var page = await wizard.BeginAsync(cancellationToken);
            await ProveAsync(wizard, page, calendar.Taken[0], cancellationToken);
            steps.Add((page, browser));
        }

        async Task<IReadOnlyList<IReadOnlyList<byte[]>>> RequestsAsync()
        {
            await Task.WhenAll(steps.Select(step => step.Browser.GetAsync(step.Page.Path, cancellationToken)));
            return [.. steps.Select(step => Posts(portal.Addresses[0], step.Page, step.Browser, calendar.Taken))];
        }

        var run = await LoadRun.OfAsync(
            portal.Servers[0],
            RequestsAsync,
            Unprocessable,
            TimeSpan.FromSeconds(arguments.Number("warmup", 3)),
            TimeSpan.FromSeconds(arguments.Number("seconds", 5)),
            cancellationToken);
        figures.AtLeast("search with alternatives", run.PerSecond, BarPerSecond, "requests/s");
        figures.AtMost("search with alternatives, p99", run.Latencies.Quantile(0.99), BarMilliseconds, "ms");
        Figures.Tell("search with alternatives", $"{run}");
        figures.AtMost("responses without alternatives", run.Others, 0, "");
        Figures.Tell("peak memory of the server", portal.Servers[0].PeakMemory(), "MiB");
    }

    private static IReadOnlyList<byte[]> Posts(
        Uri address, Page page, HostBrowser browser, IEnumerable<Instant> starts) =>
    [
        .. starts.Select(start => RawConnection.Post(
            address,
            page.Path,
            HostBrowser.Encode(Wizard.Fill(page, Wizard.TimeFields(start))),
            $"Cookie: {browser.Cookies}\r\n")),
    ];

    private static async Task ProveAsync(Wizard wizard, Page page, Instant taken, CancellationToken cancellationToken)
    {
        var (asked, alternatives) = (false, 0);
        var answer = await wizard.GoOnAsync(
            page,
            () =>
            {
                var first = !asked;
                asked = true;
                return Task.FromResult(first ? taken : (Instant?)null);
            },
            cancellationToken);
        for (var at = 0; (at = answer.Body.IndexOf("name=\"Alternative\"", at + 1, StringComparison.Ordinal)) >= 0;)
        {
            alternatives++;
        }

        if (answer.Status != Unprocessable || alternatives < 3)
        {
            throw new InvalidOperationException($"{answer.Status} {answer.Path} offers {alternatives} alternatives.");
        }
    }
}
