using System.Diagnostics;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Timekeeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>trials</c>: a run of the clock over many trials, of which some are due, and the partner's pages over as many; on
/// the database server that the tests use, or SQLite.
/// </summary>
internal static class TrialsCommand
{
    private const int Batch = 2_000;
    private const double Bar = 30;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var all = arguments.Number("trials", 100_000);
        if (arguments.Text("clock") != "no")
        {
            await MeasureClockAsync(arguments, figures, all, cancellationToken);
        }

        if (TestDatabase.Server(arguments.Provider) is { } server)
        {
            arguments = arguments.For("trials", ("connection", server));
        }

        await TrialPages.MeasureAsync(arguments, figures, all, cancellationToken);
    }

    private static async Task MeasureClockAsync(
        Arguments arguments, Figures figures, int all, CancellationToken cancellationToken)
    {
        var notices = arguments.Number("notices", 1_000);
        await using var database = await TrialDatabase.CreateAsync(arguments.Provider);
        await FillAsync(database, all, cancellationToken);

        // Each trial that is due tells one administrator of the customer, and one of the partner.
        for (var number = 0; number < notices / 2; number++)
        {
            await database.BeginAsync(new SampleTrial($"Due {number}", $"admin@due{number}.example"));
        }

        database.Clock.Advance(Duration.FromDays(23));
        var began = Stopwatch.GetTimestamp();
        await RunClockAsync(database, cancellationToken);
        figures.AtMost(
            $"clock over {all} trials, {notices} notices due", Stopwatch.GetElapsedTime(began).TotalSeconds, Bar, "s");
        var sent = await database.ReadAsync(db => db.Set<TrialNotice>().CountAsync(
            notice => notice.State == TrialNoticeState.Sent, cancellationToken));
        figures.AtLeast("notices sent", sent, notices, "");

        began = Stopwatch.GetTimestamp();
        await RunClockAsync(database, cancellationToken);
        Figures.Tell("the same with nothing due", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms");
    }

    private static Task<int> RunClockAsync(TrialDatabase database, CancellationToken cancellationToken) =>
        database.InScopeAsync(scope => scope.GetRequiredService<TrialClock>().RunDueAsync(cancellationToken));

    private static async Task FillAsync(TrialDatabase database, int all, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetCurrentInstant();
        for (var done = 0; done < all; done += Batch)
        {
            var trials = Enumerable.Range(done, Math.Min(Batch, all - done)).Select(number => Trial.Begin(
                new TrialStart(
                    database.Partner.Id,
                    Guid.CreateVersion7(),
                    $"Company {number}",
                    "US",
                    "America/Chicago",
                    "en",
                    LengthDays: 90,
                    new Dictionary<CloudService, int> { [CloudService.Message] = 10 }),
                now));
            await database.ReadAsync(async db =>
            {
                db.AddRange(trials);
                return await db.SaveChangesAsync(cancellationToken);
            });
        }
    }
}
