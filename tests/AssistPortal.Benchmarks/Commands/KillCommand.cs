using System.Diagnostics;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Waiting;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>kill</c>: a server is killed during the crowd's load, again and again; nothing is lost or half done. Hosts wait
/// meanwhile: each is offered a time once. Trials come to their ends, with mails: each is told of once.
/// </summary>
internal static class KillCommand
{
    // For each kill.
    private const int Wishes = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var (kills, clients) = (arguments.Number("kills", 10), arguments.Number("clients", 50));
        await using var post = await SmtpServer.StartAsync();
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken, KilledMails.Settings(post));
        await Population.AddProducersAsync(
            portal.Database, arguments.Number("producers", 5), aroundTheClock: true, cancellationToken);
        var trials = await KilledTrials.BeginAsync(portal.Database, cancellationToken);
        using var hosts = await HostGroup.SignInAsync(portal, clients, cancellationToken);

        // More times than can be had meanwhile, so that orders go on being placed to the end.
        var times = arguments.Number("times", 1000);
        var crowd = new Crowd(times, int.MaxValue) { ServersDie = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var acting = hosts.ActAsync(
            (number, wizard) => UntilStoppedAsync(crowd.AttemptAllAsync(number, wizard, stop.Token)));
        var (orders, pause) = (arguments.Number("orders", 25), arguments.Number("pause", 1500));
        for (var kill = 0; kill < kills; kill++)
        {
            // In the midst of work, however slow the machine is: after some orders more, and at no special moment.
            await PlacedAsync(crowd, crowd.Placed + orders, acting, cancellationToken);
            await WaitForSomeAsync(portal, clients, times + (kill * Wishes), cancellationToken);
#pragma warning disable CA5394 // Nobody has to be unable to guess it.
            await Task.Delay(Random.Shared.Next(pause), cancellationToken);
#pragma warning restore CA5394

            // The clock of the server that starts now takes them on, and the next kill may come before it is done.
            await trials.AddDueAsync(arguments.Number("trials", 60), cancellationToken);
            await portal.RestartAsync(kill % portal.Servers.Count, killed: true, cancellationToken);
        }

        await PlacedAsync(crowd, crowd.Placed + orders, acting, cancellationToken);
        await stop.CancelAsync();
        await acting;

        Figures.Tell("kills, attempts", FormattableString.Invariant($"{kills}, {crowd.Attempts}"));
        Figures.Tell("requests without a response", crowd.Lost, "");
        Figures.Tell("orders that clients saw confirmed", hosts.Wizards.Sum(wizard => wizard.Confirmed.Count), "");
        figures.AtMost("responses of status 500 and the like", crowd.Errors, 0, "");
        figures.AtMost(
            "confirmed orders that are missing or not mailed",
            await MissingAsync(portal, hosts.Wizards.SelectMany(wizard => wizard.Confirmed), cancellationToken),
            0,
            "");
        figures.AtMost("wishes that wait in vain", await LeftAsync(portal, cancellationToken), 0, "");
        await trials.TellAsync(figures, cancellationToken);
        await KilledMails.TellAsync(portal.Database, post, figures, cancellationToken);
        await CheckCommand.AfterAsync(portal.Database, figures);
    }

    /// <summary>Hosts wait for times that nobody else wants: they are offered while servers die.</summary>
    private static Task WaitForSomeAsync(
        PortalRun portal, int clients, int first, CancellationToken cancellationToken) =>
        Population.AddWishesAsync(
            portal.Database,
            clients,
            Enumerable.Range(first, Wishes).Select(number => Moments.At(number % Moments.Count)),
            cancellationToken);

    /// <summary>How many have been offered nothing after two rounds of the worker.</summary>
    private static async Task<int> LeftAsync(PortalRun portal, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await using var db = portal.Database.NewContext();
        while (true)
        {
            var left = await db.Set<WaitingWish>().CountAsync(wish => wish.OfferedUntil == null, cancellationToken);
            if (left == 0 || Stopwatch.GetElapsedTime(began) > Patience)
            {
                return left;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    private static async Task PlacedAsync(Crowd crowd, int orders, Task acting, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (crowd.Placed < orders && !acting.IsCompleted && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
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
        PortalRun portal, IEnumerable<Guid> drafts, CancellationToken cancellationToken)
    {
        await using var db = portal.Database.NewContext();
        var orders = await db.Set<Order>()
            .Select(order => new { order.DraftId, order.Id })
            .ToDictionaryAsync(order => order.DraftId, order => order.Id.ToString(), cancellationToken);
        var mailed = (await db.Set<OutboxMail>()
            .Where(mail => mail.Cause == OrderPlacedMail.Cause)
            .Select(mail => mail.SubjectId)
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return drafts.Count(draft => !orders.TryGetValue(draft, out var order) || !mailed.Contains(order));
    }
}
