using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>Hosts who are signed in, each with an account and a browser of its own.</summary>
internal sealed class HostGroup : IDisposable
{
    private readonly List<(HostBrowser Browser, Wizard Wizard)> hosts = [];

    public IEnumerable<HostBrowser> Browsers => hosts.Select(host => host.Browser);

    public IEnumerable<Wizard> Wizards => hosts.Select(host => host.Wizard);

    /// <summary>
    /// Makes the accounts and signs them in, one after the other: hashing passwords costs on purpose.
    /// </summary>
    public static async Task<HostGroup> SignInAsync(
        PortalRun portal, int count, CancellationToken cancellationToken)
    {
        await Population.AddHostsAsync(portal.Database, count, cancellationToken);
        var group = new HostGroup();
        for (var number = 0; number < count; number++)
        {
            var browser = new HostBrowser(portal.Addresses);
            var wizard = new Wizard(browser);
            group.hosts.Add((browser, wizard));
            await wizard.SignInAsync(Population.Host(number), cancellationToken);
        }

        return group;
    }

    /// <summary>Lets all of them act at once, and waits for the last.</summary>
    public Task ActAsync(Func<int, Wizard, Task> act) => Task.WhenAll(hosts.Select((host, number) =>
        Task.Run(() => act(number, host.Wizard))));

    /// <summary>How long requests took since the last call.</summary>
    public Latencies TakeLatencies()
    {
        var taken = hosts.Select(host => host.Browser.Latencies).ToList();
        foreach (var (browser, _) in hosts)
        {
            browser.Latencies = new Latencies();
        }

        return Latencies.Together(taken);
    }

    public void Dispose()
    {
        foreach (var browser in Browsers)
        {
            browser.Dispose();
        }
    }
}
