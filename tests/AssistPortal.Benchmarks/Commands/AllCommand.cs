using AssistPortal.Benchmarks.Measuring;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>all</c>: everything, with short settings where none are given.</summary>
internal static class AllCommand
{
    private static readonly (string Command, (string Name, string Value)[] Defaults)[] Parts =
    [
        ("speed", [("orders", "2000")]),
        ("search", [("seconds", "2")]),
        ("races", []),
        ("contend", [("attempts", "40")]),
        ("kill", [("kills", "4")]),
        ("mails", []),
        ("timing", [("tries", "100")]),
    ];

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        foreach (var (command, defaults) in Parts)
        {
            await Benchmark.RunAsync(arguments.For(command, defaults), figures, cancellationToken);
        }
    }
}
