using System.Diagnostics;
using AssistPortal.Assist.Orders;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>desk</c>: the staff list over a million orders, the dashboard, reports, and the export of everything.
/// </summary>
internal static class DeskCommand
{
    private const double BarPage = 50;
    private const double BarDashboard = 300;
    private const double BarReport = 300;
    private const double BarExportMemory = 60;
    private const int Slowest = 25;

    private static readonly string[] Sorts =
        ["placed-desc", "placed", "start", "start-desc", "customer", "customer-desc"];

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var count = arguments.Number("orders", 1_000_000);
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(
            portal.Database, arguments.Number("producers", 500), aroundTheClock: false, cancellationToken);
        var bulk = new BulkOrders(portal.Database);
        var began = Stopwatch.GetTimestamp();
        await bulk.AddAsync(count, cancellationToken);
        Figures.Tell($"{count:N0} orders written", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        await portal.RestartAsync(0, killed: false, cancellationToken);
        using var browser = new HostBrowser(portal.Addresses);
        await browser.SignInAsync(BulkOrders.Coordinator, cancellationToken);
        var server = portal.Servers[0];

        var addresses = await AddressesAsync(portal.Database, bulk.Words, cancellationToken);
        var times = new List<(string Path, double Milliseconds)>();
        for (var round = 0; round < 3; round++)
        {
            times.Clear();
            foreach (var path in addresses)
            {
                var since = Stopwatch.GetTimestamp();
                await browser.GetAsync(path, cancellationToken);
                times.Add((path, Stopwatch.GetElapsedTime(since).TotalMilliseconds));
            }
        }

        times.Sort((one, other) => one.Milliseconds.CompareTo(other.Milliseconds));
        Figures.Tell("pages of the list asked for", addresses.Count, "");
        Figures.Tell("the middle one", times[times.Count / 2].Milliseconds, "ms");
        figures.AtMost(
            "list, p95 over sorts, filters and pages", times[(int)(times.Count * 0.95)].Milliseconds, BarPage, "ms");
        foreach (var (path, milliseconds) in times.TakeLast(Slowest))
        {
            Figures.Tell($"  {milliseconds:0} ms", path);
        }

        var dashboard = new Latencies();
        for (var turn = 0; turn < 60; turn++)
        {
            var since = Stopwatch.GetTimestamp();
            await browser.GetAsync(arguments.Text("dashboard") ?? "/staff", cancellationToken);
            if (turn > 2)
            {
                dashboard.Add(since);
            }
        }

        var all = Latencies.Together([dashboard]);
        Figures.Tell("dashboard", $"{all}");
        figures.AtMost("dashboard, p95", all.Quantile(0.95), BarDashboard, "ms");
        await ReportAsync(browser, figures, cancellationToken);
        await ExportAsync(portal, browser, figures, count, cancellationToken);
        Figures.Tell("peak memory of the server", server.PeakMemory(), "MiB");
    }

    private static async Task ReportAsync(
        HostBrowser browser, Figures figures, CancellationToken cancellationToken)
    {
        foreach (var (name, path) in new[]
        {
            ("report of a year", "/staff/reports"),
            ("report of three years", "/staff/reports?from=2024-01&to=2026-12"),
            ("report of a site's year", "/staff/reports?site=20"),
        })
        {
            var times = new Latencies();
            for (var turn = 0; turn < 20; turn++)
            {
                var since = Stopwatch.GetTimestamp();
                await browser.GetAsync(path, cancellationToken);
                if (turn > 2)
                {
                    times.Add(since);
                }
            }

            figures.AtMost($"{name}, p95", Latencies.Together([times]).Quantile(0.95), BarReport, "ms");
        }
    }

    private static async Task ExportAsync(
        PortalRun portal, HostBrowser browser, Figures figures, int count, CancellationToken cancellationToken)
    {
        var before = portal.Servers[0].PeakMemory();
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(20) };
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(portal.Addresses[0], "/staff/orders/export"));
        request.Headers.TryAddWithoutValidation("Cookie", browser.Cookies);
        var began = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var lines = 0;
        while (await reader.ReadLineAsync(cancellationToken) is not null)
        {
            lines++;
        }

        if (lines != count + 1)
        {
            throw new InvalidOperationException($"The export has {lines} lines, not {count + 1}.");
        }

        Figures.Tell("export of everything", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        figures.AtMost("memory that it takes on top", portal.Servers[0].PeakMemory() - before, BarExportMemory, "MiB");
    }

    /// <summary>
    /// Each sort with each filter and some pairs of them, at the first page and at pages deep within.
    /// </summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(
        BenchDatabase database, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var places = await db.Set<Order>().OrderBy(order => order.DraftId).Skip(5000).Take(3)
            .Select(order => new { order.Id, order.PlacedAt, order.Time.Start, order.Contact.LastName })
            .ToListAsync(cancellationToken);
        string[] filters =
        [
            "", "status=coming", "status=begun", "status=completed", "status=cancelled", "package=ec-premium",
            "package=mc-premium",
            "site=1", "site=20", "site=150", "site=200", "producer=3", "producer=400", "attention=any",
            "attention=Language",
            "attention=NotCompleted", "from=2026-06-01&to=2026-06-30", "from=2025-01-01&to=2025-01-02",
            "from=2027-01-01",
            "status=cancelled&package=tc-premium", "status=coming&site=100", "status=coming&producer=100",
            "producer=7&site=11",
            "owner=mine", "owner=mine&status=open", "owner=none&status=open",
            "producer=7&status=cancelled", "site=190&package=ec-standard&status=completed",
            "from=2026-01-01&to=2026-01-31&producer=33",
            "from=2024-06-01&to=2024-06-07&site=2", "attention=any&status=coming",
            .. words.Select(word => $"q={Uri.EscapeDataString(word)}"),
            "q=holmer&status=cancelled", "q=training&site=30", "q=zilrosfin&from=2026-01-01",
        ];
        return
        [
            .. from filter in filters
               from sort in Sorts
               from place in places.Select(place => (string?)(sort.Split('-')[0] switch
               {
                   "placed" => $"{place.PlacedAt.ToUnixTimeTicks() / 10}",
                   "start" => $"{place.Start.ToUnixTimeTicks() / 10}",
                   _ => place.LastName,
               }) + $"-{place.Id:N}").Prepend(null)
               select $"/staff/orders?{filter}"
                   + $"&sort={sort}{(place is null ? "" : $"&after={Uri.EscapeDataString(place)}")}",
        ];
    }
}
