using System.Diagnostics;
using AssistPortal.Assist;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>search</c>: the availability search in process, as a request runs it, by producers and reservations.
/// </summary>
internal static class SearchCommand
{
    private const string Zone = "America/New_York";
    private const double BarFree = 5;
    private const double BarNobody = 8;
    private const double BarRatio = 2;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var seconds = arguments.Number("seconds", 3);

        // Once without counting: what comes first would else be measured before it is compiled for speed.
        await SizeAsync(arguments, 100, 10_000, Math.Max(seconds, 4), cancellationToken, "not counted, ");
        var few = await SizeAsync(arguments, 50, 10_000, seconds, cancellationToken);
        var fewReservations = await SizeAsync(arguments, 500, 10_000, seconds, cancellationToken);
        var bar = await SizeAsync(arguments, 500, 100_000, seconds, cancellationToken);
        figures.AtMost(
            "500 producers, 100,000 reservations, free, p95", bar.Free.Quantile(0.95), BarFree, "ms", goal: 1);
        figures.AtMost(
            "500 producers, 100,000 reservations, nobody, p95", bar.Nobody.Quantile(0.95), BarNobody, "ms");
        figures.AtMost("against 10,000 reservations, free, p50", Ratio(bar.Free, fewReservations.Free), BarRatio, "x");
        figures.AtMost(
            "against 10,000 reservations, nobody, p50", Ratio(bar.Nobody, fewReservations.Nobody), BarRatio, "x");
        Figures.Tell("against 50 producers with 10,000, free, p50", Ratio(bar.Free, few.Free), "x");
        if (arguments.Text("largest") != "no")
        {
            var most = await SizeAsync(arguments, 5000, 1_000_000, seconds, cancellationToken);
            Figures.Tell("5,000/1,000,000 against 500/100,000, free, p50", Ratio(most.Free, bar.Free), "x");
            Figures.Tell("5,000/1,000,000 against 500/100,000, nobody, p50", Ratio(most.Nobody, bar.Nobody), "x");
        }
    }

    private static double Ratio(Latencies one, Latencies other) => one.Quantile(0.5) / other.Quantile(0.5);

    private static async Task<(Latencies Free, Latencies Nobody)> SizeAsync(
        Arguments arguments,
        int producers,
        int reservations,
        int seconds,
        CancellationToken cancellationToken,
        string prefix = "")
    {
        using var folder = new TempFolder();
        await using var database = BenchDatabase.New(arguments, folder);
        var calendar = new BusyCalendar(
            SystemClock.Instance.GetCurrentInstant().InUtc().Date, reservations / producers);
        var package = await FillAsync(database, calendar, producers, cancellationToken);
        await using var services = ServicesOn(database);

        var free = await MeasureAsync(services, package, calendar.Likely, seconds, cancellationToken);
        var taken = await MeasureAsync(services, package, calendar.Taken, seconds, cancellationToken);
        var name = FormattableString.Invariant(
            $"{prefix}{producers:#,##0} producers, {reservations:#,##0} reservations");
        Figures.Tell($"{name}, free", $"{free.Times}");
        Figures.Tell($"{name}, nobody", $"{taken.Times}");
        if (free.Nobody > free.Times.Count / 10
            || taken.Nobody < taken.Times.Count
            || taken.Alternatives < taken.Nobody)
        {
            throw new InvalidOperationException($"The searches did not find what was expected: {free}, {taken}");
        }

        return (free.Times, taken.Times);
    }

    private static async Task<int> FillAsync(
        BenchDatabase database, BusyCalendar calendar, int producers, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.UseWriteAheadLogAsync();
        await new CatalogueSeed(db).FillIfEmptyAsync(cancellationToken);
        await Population.AddProducersAsync(database, producers, aroundTheClock: false, cancellationToken);
        var times = calendar.For(await BusyCalendar.ProducersAsync(database, cancellationToken));
        await BulkReservations.AddAsync(database, times, withSlots: false, cancellationToken);
        return await db.Set<ServicePackage>()
            .OrderBy(package => package.Id)
            .Select(package => package.Id)
            .FirstAsync(cancellationToken);
    }

    private static ServiceProvider ServicesOn(BenchDatabase database) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Database:Provider"] = $"{database.Provider}",
                ["Database:ConnectionString"] = database.ConnectionString,
            })
            .Build())
        .AddSingleton<IClock>(SystemClock.Instance)
        .AddPortalData(dataDirectory: "")
        .AddAssist()
        .BuildServiceProvider();

    private static async Task<Outcome> MeasureAsync(
        ServiceProvider services,
        int package,
        IReadOnlyList<Instant> starts,
        int seconds,
        CancellationToken cancellationToken)
    {
        var (outcome, warmUp) = (new Outcome(), new Outcome());
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; Stopwatch.GetElapsedTime(began).TotalSeconds < seconds + 1; turn++)
        {
            var target = Stopwatch.GetElapsedTime(began).TotalSeconds < 1 ? warmUp : outcome;
            var wish = new EventWish(package, starts[turn * 7 % starts.Count], 60, Zone);
            await FindAsync(services, wish, target, cancellationToken);
        }

        return outcome with { Times = Latencies.Together([outcome.Times]) };
    }

    private static async Task FindAsync(
        ServiceProvider services, EventWish wish, Outcome outcome, CancellationToken cancellationToken)
    {
        var bookable = new Interval(SystemClock.Instance.GetCurrentInstant(), wish.Start + Duration.FromDays(300));
        var began = Stopwatch.GetTimestamp();
        await using (var scope = services.CreateAsyncScope())
        {
            var answer = await scope.ServiceProvider.GetRequiredService<AvailabilitySearch>()
                .FindAsync(wish, bookable, ownDraft: null, cancellationToken);
            outcome.Nobody += answer.Reason is null ? 0 : 1;
            outcome.Alternatives += answer.Alternatives.Count > 0 ? 1 : 0;
        }

        outcome.Times.Add(began);
    }

    private sealed record Outcome
    {
        public Latencies Times { get; init; } = new();

        public int Nobody { get; set; }

        public int Alternatives { get; set; }
    }
}
