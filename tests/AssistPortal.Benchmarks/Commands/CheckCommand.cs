using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Data.Checking;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>check</c>: proves that a database holds what was promised.</summary>
internal static class CheckCommand
{
    private const int MostPrinted = 50;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var database = BenchDatabase.Existing(arguments.Provider, arguments.Required("connection"));
        var mailsFrom = arguments.Text("mails-from") is { } text
            ? InstantPattern.General.Parse(text).GetValueOrThrow()
            : (Instant?)null;
        Report(await database.CheckAsync(mailsFrom), figures);
    }

    /// <summary>Checks the database of a run that has ended.</summary>
    public static async Task<CheckReport> AfterAsync(BenchDatabase database, Figures figures)
    {
        var report = await database.CheckAsync(mailsFrom: null);
        Report(report, figures);
        return report;
    }

    private static void Report(CheckReport report, Figures figures)
    {
        foreach (var finding in report.Findings.Take(MostPrinted))
        {
            Console.WriteLine($"  {finding.Kind}: {finding.Subject}");
        }

        Figures.Tell("read", string.Join(", ", report.Read.Select(rows => $"{rows.Value} {rows.Key}")));
        figures.AtMost("findings of the checker", report.FindingCount, 0, "");
    }
}
