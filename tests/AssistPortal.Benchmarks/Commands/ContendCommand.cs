using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>contend</c>: many clients, few producers: as many orders as there are places.</summary>
internal static class ContendCommand
{
    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var (producers, times) = (arguments.Number("producers", 5), arguments.Number("times", 40));
        var (clients, attempts) = (arguments.Number("clients", 50), arguments.Number("attempts", 200));
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(portal.Database, producers, aroundTheClock: true, cancellationToken);
        using var hosts = await HostGroup.SignInAsync(portal, clients, cancellationToken);
        var crowd = new Crowd(times, attempts);
        await hosts.ActAsync((number, wizard) => crowd.AttemptAllAsync(number, wizard, cancellationToken));

        Figures.Tell("clients, attempts", FormattableString.Invariant($"{clients}, {crowd.Attempts}"));
        Figures.Tell("request", $"{hosts.TakeLatencies()}");
        Figures.Tell("places", producers * times, "");
        figures.AtMost("places without an order", (producers * times) - crowd.Placed, 0, "");
        figures.AtMost("orders without a place", crowd.Placed - (producers * times), 0, "");
        figures.AtMost("responses of status 500 and the like", crowd.Errors, 0, "");
        LoggedErrors.Report(portal, figures);
        var report = await CheckCommand.AfterAsync(portal.Database, figures);
        figures.AtMost(
            "confirmed orders that are missing", crowd.Placed - report.Read.GetValueOrDefault("orders"), 0, "");
    }
}
