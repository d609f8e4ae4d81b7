using System.Diagnostics;
using System.Globalization;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Portal;
using Xunit.Abstractions;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>
/// Whatever is sent, the portal answers with a page, and stores nothing that is no text or does not fit. Short as one
/// of the tests; long by command: <c>ASSISTPORTAL_FUZZ_REQUESTS=50000 ASSISTPORTAL_FUZZ_SEED=7 dotnet test
/// tests/AssistPortal.IntegrationTests --filter FullyQualifiedName~Fuzz --logger "console;verbosity=detailed"</c>;
/// <c>ASSISTPORTAL_FUZZ_MINUTES</c> ends it sooner.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Short = 500;

    [Fact]
    public async Task No_request_brings_the_portal_down_or_stores_what_is_wrong()
    {
        using var portal = new PortalFactory();
        using var run = new FuzzRun(portal, Setting("SEED", 1));
        var began = Stopwatch.GetTimestamp();
        await run.RunAsync(Setting("REQUESTS", Short), TimeSpan.FromMinutes(Setting("MINUTES", 600)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        output.WriteLine(FormattableString.Invariant(
            $"{run.Statuses.Values.Sum()} requests to {run.Endpoints} endpoints in {elapsed}"));
        output.WriteLine(FormattableString.Invariant(
            $"Processor time of the whole process: {Environment.CpuUsage.TotalTime}"));
        foreach (var (status, count) in run.Statuses.OrderBy(pair => pair.Key))
        {
            output.WriteLine(FormattableString.Invariant($"{status}: {count}"));
        }

        Assert.True(run.Findings.Count == 0, string.Join('\n', run.Findings.Take(20)));
        Assert.Empty(await StoredTexts.WrongInAsync(portal));
        Assert.DoesNotContain(
            portal.Log.Errors, line => !line.Category.Contains("Antiforgery", StringComparison.Ordinal));
        var report = await portal.InDatabaseAsync(db => db.CheckAsync(
            portal.Clock.GetCurrentInstant(), mailsFrom: portal.Clock.GetCurrentInstant()));
        Assert.Empty(report.Findings);
    }

    private static int Setting(string name, int otherwise) => int.TryParse(
        Environment.GetEnvironmentVariable($"ASSISTPORTAL_FUZZ_{name}"), CultureInfo.InvariantCulture, out var value)
        ? value
        : otherwise;
}
