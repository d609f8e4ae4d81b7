using AssistPortal.Benchmarks.Commands;
using AssistPortal.Benchmarks.Measuring;

namespace AssistPortal.Benchmarks;

/// <summary>The commands by name.</summary>
internal static class Benchmark
{
    public const string Usage = """
        AssistPortal.Benchmarks COMMAND [--name value …]

          check        proves that a database is sound; needs --connection [--mails-from 2026-11-22T10:00:00Z]
          search       availability search in process [--seconds 3] [--largest no]
          speed        orders, hot pages, search by POST, start, memory, weight, in bare pages of the same run
                       [--clients 8] [--seconds 4] [--producers 40] [--orders 10000] [--texts yes]
                       [--only order|search|start|"step 1"…]
          growth       a whole order beside 1,000, 100,000 and 1,000,000 others [--orders 1000000] [--seconds 4]
          start        from the start to the first page, and against the bare page's application [--turns 5]
          races        clients racing for one slot [--races 50] [--clients 8] [--servers 2]
          contend      a crowd for a handful of producers [--clients 50] [--attempts 200]
                       [--producers 5] [--times 40] [--servers 2]
          kill         the same while servers are killed [--kills 10] [--orders 25] [--trials 60] [--pause 1500]
                       [--servers 2]
          desk         the staff list, dashboard and export over many orders [--orders 1000000]
                       [--producers 500]; PostgreSql
          mails        mails over one connection to a mail server [--mails 200]
          trials       the clock and a partner's pages over many trials [--trials 100000] [--notices 1000] [--clock no];
                       on the tests' database server
          timing       whether times tell an account or an order that there is from one that there is not
                       [--tries 200]
          all          everything, shorter

        Everywhere: --provider Sqlite|PostgreSql|SqlServer --connection "…" (a database of its own is made there, and
        dropped), --portal FOLDER and --bare FOLDER (published already), --record yes (later runs are compared with it).
        """;

    private static readonly Dictionary<string, Func<Arguments, Figures, CancellationToken, Task>> Commands =
        new(StringComparer.Ordinal)
        {
            ["check"] = CheckCommand.RunAsync,
            ["search"] = SearchCommand.RunAsync,
            ["speed"] = SpeedCommand.RunAsync,
            ["growth"] = GrowthCommand.RunAsync,
            ["start"] = StartCommand.RunAsync,
            ["races"] = RacesCommand.RunAsync,
            ["contend"] = ContendCommand.RunAsync,
            ["kill"] = KillCommand.RunAsync,
            ["desk"] = DeskCommand.RunAsync,
            ["mails"] = MailsCommand.RunAsync,
            ["trials"] = TrialsCommand.RunAsync,
            ["timing"] = TimingCommand.RunAsync,
            ["all"] = AllCommand.RunAsync,
        };

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var command = Commands.GetValueOrDefault(arguments.Command)
            ?? throw new UsageException($"Unknown command {arguments.Command}.");
        Console.WriteLine($"{arguments.Command} ({arguments.Provider})");
        await command(arguments, figures, cancellationToken);
        Console.WriteLine();
    }
}
