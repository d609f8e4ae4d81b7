using System.Diagnostics;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.Web.Features.Trials.Customers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>A partner's list of customers over many trials: its filters, orders, deep pages, and searches.</summary>
internal static class TrialPages
{
    private const double Bar = 50;
    private const int WarmUp = 300;
    private const int WarmUpEach = 10;
    private const int Turns = 60;
    private const int Deep = 20;

    public static async Task MeasureAsync(
        Arguments arguments, Figures figures, int count, CancellationToken cancellationToken)
    {
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        var began = Stopwatch.GetTimestamp();
        await new BulkTrials(portal.Database).AddAsync(count, cancellationToken);
        Figures.Tell($"{count:N0} trials of one partner written", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        await portal.RestartAsync(0, killed: false, cancellationToken);
        using var browser = new HostBrowser(portal.Addresses);
        await browser.SignInAsync(BulkTrials.Administrator, cancellationToken);

        await GetAsync(browser, CustomerListPage.Path, WarmUp, cancellationToken);
        foreach (var (name, path) in await PagesAsync(browser, cancellationToken))
        {
            await GetAsync(browser, path, WarmUpEach, cancellationToken);
            browser.Latencies = new Latencies();
            await GetAsync(browser, path, Turns, cancellationToken);
            var times = Latencies.Together([browser.Latencies]);
            var middle = FormattableString.Invariant($"p50 {times.Quantile(0.5):0} ms");
            figures.AtMost($"{name}: {middle}, p95", times.Quantile(0.95), Bar, "ms");
        }
    }

    private static async Task GetAsync(HostBrowser browser, string path, int turns, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            await browser.GetAsync(path, cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(
        HostBrowser browser, CancellationToken cancellationToken)
    {
        List<string> queries =
        [
            .. CustomerFilter.All.Select(filter => $"filter={filter}"),
            .. CustomerSort.Names.Select(sort => $"sort={sort}"),
            .. BulkTrials.Words.Select(word => $"q={word}"),
            "q=harbour&filter=expired",
            "q=harbour&sort=company",
        ];
        var pages = queries.ConvertAll(query => (query, $"{CustomerListPage.Path}?{query.Replace(' ', '+')}"));
        foreach (var filter in new[] { CustomerFilter.Everything, CustomerFilter.NotContacted })
        {
            var path = $"{CustomerListPage.Path}?filter={filter}";
            pages.Add(($"filter={filter}, page {Deep + 1}", await DeepAsync(browser, path, cancellationToken)));
        }

        return pages;
    }

    /// <summary>Where the list's own link leads after some pages.</summary>
    private static async Task<string> DeepAsync(HostBrowser browser, string path, CancellationToken cancellationToken)
    {
        for (var page = 0; page < Deep; page++)
        {
            var html = (await browser.GetAsync(path, cancellationToken)).Body;
            var link = html[(html.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal) + 17)..];
            path = System.Net.WebUtility.HtmlDecode(link[..link.IndexOf('"', StringComparison.Ordinal)]);
        }

        return path;
    }
}
