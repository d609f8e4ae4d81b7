using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.TestSupport.Servers;
using NodaTime.Text;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>The pages that are looked at most, each with its data.</summary>
internal sealed class HotPages : IDisposable
{
    /// <summary>Requests for a page while its statements are counted.</summary>
    public const int Counted = 50;

    public const string FirstStep = "step 1";

    private readonly HostBrowser coordinator;

    private HotPages(HostBrowser coordinator) => this.coordinator = coordinator;

    public IReadOnlyList<HotPage> All { get; private set; } = [];

    public string FirstStepPath { get; private set; } = "";

    /// <summary>Each host leaves a draft at each step, and an order.</summary>
    public static async Task<HotPages> PrepareAsync(
        PortalRun portal, HostGroup hosts, CancellationToken cancellationToken)
    {
        await Population.AddCoordinatorAsync(portal.Database, cancellationToken);
        var pages = new HotPages(new HostBrowser(portal.Addresses));
        await pages.coordinator.SignInAsync(BulkOrders.Coordinator, cancellationToken);
        var (steps, orders) = (new List<string[]>(), new List<string>());
        foreach (var wizard in hosts.Wizards)
        {
            var number = Moments.Count - 1 - steps.Count;
            orders.Add(await wizard.StopAtAsync("confirmation", Moments.At(number), cancellationToken));
            steps.Add(
            [
                await wizard.StopAtAsync("availability", Moments.At(number), cancellationToken),
                await wizard.StopAtAsync("meeting-lookup", Moments.At(number), cancellationToken),
                await wizard.StopAtAsync("event-information", Moments.At(number), cancellationToken),
            ]);
        }

        pages.FirstStepPath = steps[0][0];
        var browsers = hosts.Browsers.ToList();
        var server = portal.Servers[0];
        var day = LocalDatePattern.Iso.Format(Moments.At(5).InUtc().Date);
        pages.All =
        [
            new(FirstStep, server, [.. browsers.Select((browser, at) => (browser, steps[at][0]))]),
            new("step 2", server, [.. browsers.Select((browser, at) => (browser, steps[at][1]))]),
            new("step 3", server, [.. browsers.Select((browser, at) => (browser, steps[at][2]))]),
            new("confirmation", server, [.. browsers.Select((browser, at) => (browser, orders[at]))]),
            new("Assist Services", server, [.. browsers.Select(browser => (browser, "/assist"))]),
            new("resources", server, [.. browsers.Select(browser => (browser, "/resources"))]),
            new("staff list, first page", server, OfCoordinator("/staff/orders")),
            new("schedule of a day", server, OfCoordinator($"/staff/schedule?date={day}")),
        ];
        return pages;

        IReadOnlyList<(HostBrowser, string)> OfCoordinator(string path) =>
            [.. browsers.Select(_ => (pages.coordinator, path))];
    }

    public void Dispose() => coordinator.Dispose();
}

/// <summary>A page that several clients look at, each with a path of its own.</summary>
internal sealed class HotPage(
    string name, ServerProcess server, IReadOnlyList<(HostBrowser Browser, string Path)> clients)
{
    public string Name => name;

    public Load Load => Load.Of(server, RequestsAsync, 200);

    /// <summary>That many requests, one after the other.</summary>
    /// <param name="requests">What <see cref="RequestsAsync"/> has prepared.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task SendAsync(
        IReadOnlyList<IReadOnlyList<byte[]>> requests, int count, CancellationToken cancellationToken) =>
        Load.SendAsync(server.Address, requests[0], 200, count, cancellationToken);

    /// <summary>The requests of each client, after one that is not counted.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<byte[]>>> RequestsAsync(CancellationToken cancellationToken)
    {
        foreach (var (browser, path) in clients)
        {
            var page = await browser.GetAsync(path, cancellationToken);
            if (page.Path != path)
            {
                throw new RefusedException(302, page.Path);
            }
        }

        return
        [
            .. clients.Select(client => new[]
            {
                RawConnection.Get(server.Address, client.Path, $"Cookie: {client.Browser.Cookies}\r\n"),
            }),
        ];
    }
}
