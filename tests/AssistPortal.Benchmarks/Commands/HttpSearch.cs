using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>Step 1 posted for times at which nobody is free, answered with alternatives.</summary>
internal static class HttpSearch
{
    private const int Reservations = 10_000;
    private const int Producers = 100;
    private const int Unprocessable = 422;

    public static async Task RunAsync(
        Arguments arguments, Figures figures, BarePage bare, CancellationToken cancellationToken)
    {
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        var database = portal.Database;
        await Population.AddProducersAsync(database, Producers, aroundTheClock: false, cancellationToken);
        var calendar = new BusyCalendar(
            SystemClock.Instance.GetCurrentInstant().InUtc().Date, Reservations / Producers);
        var times = calendar.For(await BusyCalendar.ProducersAsync(database, cancellationToken));
        await BulkReservations.AddAsync(database, times, withSlots: true, cancellationToken);

        using var hosts = await HostGroup.SignInAsync(portal, arguments.Number("clients", 8), cancellationToken);
        var steps = new List<(Page Page, HostBrowser Browser)>();
        foreach (var (wizard, browser) in hosts.Wizards.Zip(hosts.Browsers))
        {
            var page = await wizard.BeginAsync(cancellationToken);
            await ProveAsync(wizard, page, calendar.Taken[0], cancellationToken);
            steps.Add((page, browser));
        }

        var load = Load.Of(portal.Servers[0], RequestsAsync, Unprocessable);
        var cost = await Cost.OfAsync(
            bare.Load, load, TimeSpan.FromSeconds(arguments.Number("seconds", 4)), cancellationToken);
        figures.AtMost("search by POST, with alternatives", cost.BarePages, 60, "bare pages", goal: 30);
        Figures.Tell("search by POST", $"{cost}");
        var counting = await Counting.BeginAsync(portal, arguments.Text("texts") == "yes", cancellationToken);
        var requests = await RequestsAsync(cancellationToken);
        var counts = await counting.OfAsync(
            requests[0].Count,
            () => Load.SendAsync(portal.Addresses[0], requests[0], Unprocessable, 1, cancellationToken),
            cancellationToken);
        Figures.Tell("search by POST", $"{counts}");

        async Task<IReadOnlyList<IReadOnlyList<byte[]>>> RequestsAsync(CancellationToken cancellationToken)
        {
            await Task.WhenAll(steps.Select(step => step.Browser.GetAsync(step.Page.Path, cancellationToken)));
            return [.. steps.Select(step => Posts(portal.Addresses[0], step.Page, step.Browser, calendar.Taken))];
        }
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
