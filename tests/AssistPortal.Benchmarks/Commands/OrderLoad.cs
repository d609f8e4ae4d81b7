using System.Diagnostics;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>Whole orders by several hosts at once, over HTTP.</summary>
internal sealed class OrderLoad : IDisposable
{
    /// <summary>Orders that are placed while statements are counted.</summary>
    public const int Counted = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    private readonly List<LightWizard> wizards = [];
    private readonly PortalRun portal;
    private int next = -1;
    private int placed;

    private OrderLoad(PortalRun portal) => this.portal = portal;

    /// <summary>Orders that were confirmed so far, beside those that the hosts' own browsers placed.</summary>
    public int Placed => placed;

    public Load Load => new(portal.Servers[0], _ => Task.CompletedTask, OrderAsync);

    public static async Task<OrderLoad> LearnAsync(
        PortalRun portal, HostGroup hosts, CancellationToken cancellationToken)
    {
        var load = new OrderLoad(portal);
        foreach (var (browser, wizard) in hosts.Browsers.Zip(hosts.Wizards))
        {
            load.wizards.Add(await LightWizard.LearnAsync(
                browser, wizard, portal.Addresses[0], (load.Next(), load.Next()), cancellationToken));
        }

        return load;
    }

    /// <summary>Goes on until there are as many orders.</summary>
    public Task PlaceAsync(int orders, CancellationToken cancellationToken) => EachAsync(
        async wizard =>
        {
            while (placed < orders)
            {
                await OneAsync(wizard, submits: true, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Some orders, one after the other, until their mails are sent; or as many drafts.</summary>
    public async Task CountedAsync(bool submits, CancellationToken cancellationToken)
    {
        await MailsAsync(cancellationToken);
        await EachAsync(_ => Task.CompletedTask, cancellationToken);
        for (var order = 0; order < Counted; order++)
        {
            await OneAsync(wizards[order % wizards.Count], submits, cancellationToken);
        }

        await MailsAsync(cancellationToken);
    }

    public void Dispose() => wizards.ForEach(wizard => wizard.Dispose());

    private async Task MailsAsync(CancellationToken cancellationToken)
    {
        // Two mails for each order: to the customer, and to the producer.
        var (began, sent) = (Stopwatch.GetTimestamp(), -1);
        while ((portal.MailsSent < 2 * placed || portal.MailsSent > sent) && Stopwatch.GetElapsedTime(began) < Patience)
        {
            sent = portal.MailsSent;
            await Task.Delay(Quiet, cancellationToken);
        }
    }

    /// <summary>Orders until the time is over, then waits until their mails are sent: they cost these too.</summary>
    private async Task<int> OrderAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var (before, began) = (placed, Stopwatch.GetTimestamp());
        await EachAsync(
            async wizard =>
            {
                while (Stopwatch.GetElapsedTime(began) < time)
                {
                    await OneAsync(wizard, submits: true, cancellationToken);
                }
            },
            cancellationToken);
        await MailsAsync(cancellationToken);
        return placed - before;
    }

    private Task EachAsync(Func<LightWizard, Task> act, CancellationToken cancellationToken) =>
        Task.WhenAll(wizards.Select(wizard => Task.Run(
            async () =>
            {
                await wizard.ConnectAsync(cancellationToken);
                await act(wizard);
            },
            cancellationToken)));

    private async Task OneAsync(LightWizard wizard, bool submits, CancellationToken cancellationToken)
    {
        await wizard.OrderAsync(Next(), submits, cancellationToken);
        if (submits)
        {
            Interlocked.Increment(ref placed);
        }
    }

    private NodaTime.Instant Next() => Moments.At(Interlocked.Increment(ref next) % Moments.Count);
}
