using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>races</c>: clients who press Next at the same moment for the only producer's same time.</summary>
internal static class RacesCommand
{
    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var (races, clients) = (arguments.Number("races", 50), arguments.Number("clients", 8));
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(portal.Database, 1, aroundTheClock: true, cancellationToken);
        using var hosts = await HostGroup.SignInAsync(portal, clients, cancellationToken);
        var pages = new Page?[clients];
        var (several, none, errors) = (0, 0, 0);
        for (var race = 0; race < races; race++)
        {
            var start = Moments.At(race);
            var placed = 0;
            await hosts.ActAsync(async (number, wizard) =>
                pages[number] ??= await wizard.BeginAsync(cancellationToken));
            var line = new StartingLine(clients);
            await hosts.ActAsync(async (number, wizard) =>
            {
                var asked = false;
                Task<Instant?> Once()
                {
                    if (asked)
                    {
                        return Task.FromResult<Instant?>(null);
                    }

                    asked = true;
                    return Task.FromResult<Instant?>(start);
                }

                await line.WaitForAllAsync();
                try
                {
                    pages[number] = await wizard.GoOnAsync(pages[number]!, Once, cancellationToken);
                    if (pages[number]!.Step == "confirmation")
                    {
                        Interlocked.Increment(ref placed);
                        pages[number] = null;
                    }
                }
                catch (RefusedException refused)
                {
                    Interlocked.Increment(ref errors);
                    Console.WriteLine($"  {refused.Message}");
                    pages[number] = null;
                }
            });
            several += placed > 1 ? 1 : 0;
            none += placed == 0 ? 1 : 0;
        }

        Figures.Tell(
            "races, clients, servers", FormattableString.Invariant($"{races}, {clients}, {portal.Servers.Count}"));
        figures.AtMost("races with more than one winner", several, 0, "");
        figures.AtMost("races without a winner", none, 0, "");
        figures.AtMost("responses of status 500 and the like", errors, 0, "");
        LoggedErrors.Report(portal, figures);
        await CheckCommand.AfterAsync(portal.Database, figures);
    }

    /// <summary>Lets everybody go when the last has come.</summary>
    private sealed class StartingLine(int runners)
    {
        private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int waiting;

        public Task WaitForAllAsync()
        {
            if (Interlocked.Increment(ref waiting) == runners)
            {
                go.SetResult();
            }

            return go.Task;
        }
    }
}
