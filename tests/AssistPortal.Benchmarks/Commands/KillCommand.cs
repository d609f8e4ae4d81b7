using System.Diagnostics;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>kill</c>: a server is killed during the crowd's load, again and again; nothing is lost or half done.
/// </summary>
internal static class KillCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellation)
    {
        var (kills, clients) = (arguments.Number("kills", 10), arguments.Number("clients", 50));
        await using var portal = await PortalRun.StartAsync(arguments, cancellation);
        await Population.AddProducersAsync(
            portal.Database, arguments.Number("producers", 5), aroundTheClock: true, cancellation);
        using var hosts = await HostGroup.SignInAsync(portal, clients, encoding: null, cancellation);

        // More times than can be had meanwhile, so that orders go on being placed to the end.
        var crowd = new Crowd(arguments.Number("times", 1000), int.MaxValue) { ServersDie = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var acting = hosts.ActAsync(
            (number, wizard) => UntilStoppedAsync(crowd.AttemptAllAsync(number, wizard, stop.Token)));
        var (orders, pause) = (arguments.Number("orders", 25), arguments.Number("pause", 1500));
        for (var kill = 0; kill < kills; kill++)
        {
            // In the midst of work, however slow the machine is: after some orders more, and at no special moment.
            await PlacedAsync(crowd, crowd.Placed + orders, acting, cancellation);
#pragma warning disable CA5394 // Nobody has to be unable to guess it.
            await Task.Delay(Random.Shared.Next(pause), cancellation);
#pragma warning restore CA5394
            await portal.RestartAsync(kill % portal.Servers.Count, killed: true, cancellation);
        }

        await PlacedAsync(crowd, crowd.Placed + orders, acting, cancellation);
        await stop.CancelAsync();
        await acting;

        Figures.Tell("kills, attempts", FormattableString.Invariant($"{kills}, {crowd.Attempts}"));
        Figures.Tell("requests without a response", crowd.Lost, "");
        Figures.Tell("orders that clients saw confirmed", hosts.Wizards.Sum(wizard => wizard.Confirmed.Count), "");
        figures.AtMost("responses of status 500 and the like", crowd.Errors, 0, "");
        figures.AtMost(
            "confirmed orders that are missing or not mailed",
            await MissingAsync(portal, hosts.Wizards.SelectMany(wizard => wizard.Confirmed), cancellation),
            0,
            "");
        await CheckCommand.AfterAsync(portal.Database, figures, cancellation);
    }

    private static async Task PlacedAsync(Crowd crowd, int orders, Task acting, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (crowd.Placed < orders && !acting.IsCompleted && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
    }

    private static async Task UntilStoppedAsync(Task acting)
    {
        try
        {
            await acting;
        }
        catch (OperationCanceledException)
        {
            // It was told to.
        }
    }

    private static async Task<int> MissingAsync(
        PortalRun portal, IEnumerable<Guid> drafts, CancellationToken cancellation)
    {
        await using var db = portal.Database.NewContext();
        var orders = await db.Set<Order>()
            .Select(order => new { order.DraftId, order.Id })
            .ToDictionaryAsync(order => order.DraftId, order => order.Id.ToString(), cancellation);
        var mailed = (await db.Set<OutboxMail>()
            .Where(mail => mail.Cause == OrderPlacedMail.Cause)
            .Select(mail => mail.SubjectId)
            .ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return drafts.Count(draft => !orders.TryGetValue(draft, out var order) || !mailed.Contains(order));
    }
}
