using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>What the servers logged as errors during a run.</summary>
internal static class LoggedErrors
{
    private const int MostPrinted = 5;

    public static void Report(PortalRun portal, Figures figures)
    {
        var errors = portal.LoggedErrors().ToList();
        foreach (var error in errors.Take(MostPrinted))
        {
            Console.WriteLine($"  {error}");
        }

        figures.AtMost("errors in the log", errors.Count, 0, "");
    }
}
