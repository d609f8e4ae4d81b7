using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>speed</c>: what orders, pages and searches cost in bare pages of the same run, with their statements, commits and
/// bytes; memory and weight.
/// </summary>
internal static class SpeedCommand
{
    private const double BarMemory = 250;
    private const double BarFirst = 80;
    private const double BarLater = 10;
    private const double BarHtml = 25;
    private const double Kilobyte = 1024;
    private const int OrdersForMemory = 10_000;
    private const int OrdersForPages = 100;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var bare = await BarePage.StartAsync(arguments, cancellationToken);
        if (arguments.Text("only") is not ("search" or "start"))
        {
            await OrdersAndPagesAsync(arguments, figures, bare, cancellationToken);
        }

        if (arguments.Text("only") is null or "search")
        {
            await HttpSearch.RunAsync(arguments, figures, bare, cancellationToken);
        }

        if (arguments.Text("only") is null or "start")
        {
            await StartCommand.RunAsync(arguments, figures, cancellationToken);
        }
    }

    private static async Task OrdersAndPagesAsync(
        Arguments arguments, Figures figures, BarePage bare, CancellationToken cancellationToken)
    {
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(
            portal.Database, arguments.Number("producers", 40), aroundTheClock: true, cancellationToken);
        using var hosts = await HostGroup.SignInAsync(portal, arguments.Number("clients", 8), cancellationToken);
        using var orders = await OrderLoad.LearnAsync(portal, hosts, cancellationToken);
        var time = TimeSpan.FromSeconds(arguments.Number("seconds", 4));
        var only = arguments.Text("only");

        // The lists of staff are full then, and those of hosts are as long as hosts' lists are.
        await orders.PlaceAsync(OrdersForPages, cancellationToken);
        using var pages = await HotPages.PrepareAsync(portal, hosts, cancellationToken);
        List<HotPage> wanted =
        [
            .. pages.All.Where(page => only is null || page.Name.StartsWith(only, StringComparison.Ordinal)),
        ];
        if (wanted.Count == 0 && only is not ("order" or "statements"))
        {
            throw new UsageException(
                $"--only {only} is none of {string.Join(", ", pages.All.Select(page => page.Name))}.");
        }

        foreach (var page in wanted)
        {
            var cost = await Cost.OfAsync(bare.Load, page.Load, time / 2, cancellationToken);
            figures.AtMost(page.Name, cost.BarePages, 25, "bare pages", goal: 15);
            Figures.Tell(page.Name, $"{cost}");
        }

        if (only is null or "order")
        {
            var cost = await Cost.OfAsync(bare.Load, orders.Load, time, cancellationToken);
            Figures.Tell("bare page", cost.Milliseconds / cost.BarePages, "ms of processor");
            figures.AtMost("whole order", cost.BarePages, 300, "bare pages", goal: 150);
            Figures.Tell("whole order", $"{cost}");
            figures.AtMost("load generator", 100 * cost.Generator, 15, "% of the cores");
        }

        if (only is "statements")
        {
            await CountAsync(arguments, figures, portal, orders, pages, cancellationToken);
            return;
        }

        if (only is not null)
        {
            Figures.Tell("peak memory of the server", portal.Servers[0].PeakMemory(), "MiB");
            return;
        }

        await orders.PlaceAsync(arguments.Number("orders", OrdersForMemory), cancellationToken);
        figures.AtMost(
            FormattableString.Invariant($"peak memory of the server after {orders.Placed:#,##0} orders"),
            portal.Servers[0].PeakMemory(),
            BarMemory,
            "MiB",
            goal: 180);
        await CountAsync(arguments, figures, portal, orders, pages, cancellationToken);
        await WeighAsync(figures, portal, hosts, pages, cancellationToken);
        LoggedErrors.Report(portal, figures);
        var report = await CheckCommand.AfterAsync(portal.Database, figures);
        figures.AtMost(
            "confirmed orders that are missing",
            orders.Placed
                + hosts.Wizards.Sum(wizard => wizard.Confirmed.Count)
                - report.Read.GetValueOrDefault("orders"),
            0,
            "");
    }

    /// <summary>After all that is timed: counting slows the portal a little.</summary>
    private static async Task CountAsync(
        Arguments arguments,
        Figures figures,
        PortalRun portal,
        OrderLoad orders,
        HotPages pages,
        CancellationToken cancellationToken)
    {
        var counting = await Counting.BeginAsync(portal, arguments.Text("texts") == "yes", cancellationToken);
        var counts = await counting.OfAsync(
            OrderLoad.Counted, () => orders.CountedAsync(submits: false, cancellationToken), cancellationToken);
        figures.AtMost("commits before submitting", counts.Commits, 4, "");
        counts = await counting.OfAsync(
            OrderLoad.Counted, () => orders.CountedAsync(submits: true, cancellationToken), cancellationToken);
        figures.AtMost("statements of a whole order, mails included", counts.Statements, 40, "", goal: 25);
        Figures.Tell("whole order", $"{counts}");
        foreach (var page in pages.All)
        {
            var requests = await page.RequestsAsync(cancellationToken);
            counts = await counting.OfAsync(
                HotPages.Counted,
                () => page.SendAsync(requests, HotPages.Counted, cancellationToken),
                cancellationToken);
            if (page.Name == HotPages.FirstStep)
            {
                figures.AtMost("statements of step 1", counts.Statements, 3, "");
            }

            Figures.Tell(page.Name, $"{counts}");
        }
    }

    private static async Task WeighAsync(
        Figures figures, PortalRun portal, HostGroup hosts, HotPages pages, CancellationToken cancellationToken)
    {
        var weight = await PageWeight.OfAsync(
            portal.Addresses[0], pages.FirstStepPath, hosts.Browsers.First().Cookies, cancellationToken);
        figures.AtMost("weight of step 1, first visit", weight.First / Kilobyte, BarFirst, "KiB", goal: 60);
        figures.AtMost("weight of step 1, later", weight.Later / Kilobyte, BarLater, "KiB", goal: 6);
        figures.AtMost("HTML of step 1", weight.Html / Kilobyte, BarHtml, "KiB");
        Figures.Tell("files", weight.Files, "");
    }
}
