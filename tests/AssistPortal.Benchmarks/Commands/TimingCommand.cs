using System.Diagnostics;
using AssistPortal.Assist.Orders;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>timing</c>: whether the time of an answer tells what its words don't. The tries are made in turns, so that
/// whatever else the machine does falls on all of them; limits are forgotten after each turn.
/// </summary>
internal static class TimingCommand
{
    private const int WarmUp = 40;

    /// <summary>Percent by which medians may differ.</summary>
    private const double Bar = 10;

    private const int People = 20;
    private const int Producers = 5;
    private const int Orders = 500;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        var tries = arguments.Number("tries", 200);
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(portal.Database, Producers, aroundTheClock: true, cancellationToken);
        await new BulkOrders(portal.Database).AddAsync(Orders, cancellationToken);
        await AddPeopleAsync(portal.Database, cancellationToken);
        var (number, email) = await OrderAsync(portal.Database, cancellationToken);
        var rounds = new Rounds(portal, figures, tries);

        await rounds.CompareAsync(
            "look-up",
            "/assist/manage",
            [
                new("unknown number", _ => Pair($"{RequestNumber.Random()}", email), 422),
                new("wrong e-mail", turn => Pair(number, Nobody(turn)), 422),
            ],
            new("right", _ => Pair(number, email), 302),
            cancellationToken);
        await rounds.CompareAsync(
            "sign-in",
            "/account/sign-in",
            [
                new("unknown account", turn => SignIn(Nobody(turn)), 422),
                new("wrong password", turn => SignIn(Known(turn)), 422),
                new("invited, without a password", turn => SignIn(Invited(turn)), 422),
                new("wrong password, hash of former days", turn => SignIn(OfFormerDays(turn)), 422),
            ],
            further: null,
            cancellationToken);
        await rounds.CompareAsync(
            "forgotten password",
            "/account/forgotten",
            [
                new("unknown account", turn => [new("Email", Nobody(turn))], 302),
                new("known", turn => [new("Email", Known(turn))], 302),
                new("invited, without a password", turn => [new("Email", Invited(turn))], 302),
            ],
            further: null,
            cancellationToken);
        LoggedErrors.Report(portal, figures);
    }

    private static string Known(int turn) => FormattableString.Invariant($"known{turn % People}@bench.example");

    private static string Nobody(int turn) => FormattableString.Invariant($"nobody{turn}@bench.example");

    private static string Invited(int turn) => FormattableString.Invariant($"invited{turn % People}@bench.example");

    private static string OfFormerDays(int turn) =>
        FormattableString.Invariant($"customer{turn % BulkOrders.Sites}@bench.example");

    private static KeyValuePair<string, string>[] Pair(string number, string email) =>
        [new("RequestNumber", number), new("Email", email)];

    private static KeyValuePair<string, string>[] SignIn(string email) =>
        [new("Email", email), new("Password", "not the password")];

    private static async Task AddPeopleAsync(BenchDatabase database, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddPortalAccounts();
        await using var provider = services.BuildServiceProvider();
        var hash = new PasswordHasher<PortalUser>(provider.GetRequiredService<IOptions<PasswordHasherOptions>>())
            .HashPassword(new PortalUser(), DemoAccounts.Password);
        await using var db = database.NewContext();
        for (var turn = 0; turn < People; turn++)
        {
            db.Add(Population.User(Known(turn), hash));
            var invited = Population.User(Invited(turn), hash);
            invited.PasswordHash = null;
            db.Add(invited);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An order that can be found.</summary>
    private static async Task<(string Number, string Email)> OrderAsync(
        BenchDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var soon = SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1);
        var order = await db.Set<Order>().AsNoTracking().Where(item => item.Time.Start > soon)
            .OrderBy(item => item.Id).FirstAsync(cancellationToken);
        return ($"{order.RequestNumber}", order.Contact.Email);
    }

    /// <param name="Name">What is tried.</param>
    /// <param name="Fields">What is typed at each turn.</param>
    /// <param name="Status">What it is answered with.</param>
    private sealed record Way(string Name, Func<int, KeyValuePair<string, string>[]> Fields, int Status);

    private sealed class Rounds(PortalRun portal, Figures figures, int tries)
    {
#pragma warning disable CA5394 // Nobody has to be unable to guess it.
        private readonly Random random = new(1);
#pragma warning restore CA5394

        /// <summary>Compares the medians of what must not be told apart with the first of them.</summary>
        /// <param name="what">What is compared.</param>
        /// <param name="path">The page with the form.</param>
        /// <param name="ways">What must not be told apart.</param>
        /// <param name="further">What is told apart by its answer anyway; null for nothing.</param>
        /// <param name="cancellationToken">Stops it.</param>
        public async Task CompareAsync(
            string what, string path, Way[] ways, Way? further, CancellationToken cancellationToken)
        {
            Way[] all = further is null ? [.. ways] : [.. ways, further];
            var times = all.ToDictionary(way => way, _ => new List<double>());
            using var browser = new HostBrowser(portal.Addresses);
            var token = FormReader.Token((await browser.GetAsync(path, cancellationToken)).Body);
            using var connection = new RawConnection(portal.Addresses[0]);
            await connection.ConnectAsync(cancellationToken);
            for (var turn = -WarmUp; turn < tries; turn++)
            {
                random.Shuffle(all);
                foreach (var way in all)
                {
                    var form = HostBrowser.Encode(
                        way.Fields(turn + WarmUp).Append(new(FormReader.TokenField, token)));
                    var request = RawConnection.Post(
                        portal.Addresses[0], path, form, $"Cookie: {browser.Cookies}\r\n");
                    var began = Stopwatch.GetTimestamp();
                    var (status, _, _) = await connection.SendAsync(request, cancellationToken);
                    var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                    if (status != way.Status)
                    {
                        throw new RefusedException(status, $"{path}: {way.Name}");
                    }

                    if (turn >= 0)
                    {
                        times[way].Add(time);
                    }
                }

                await ForgetLimitsAsync(cancellationToken);
            }

            var first = Median(times[ways[0]]);
            Figures.Tell($"{what}: {ways[0].Name}", first, "ms");
            foreach (var way in ways[1..])
            {
                var median = Median(times[way]);
                Figures.Tell($"{what}: {way.Name}", median, "ms");
                figures.AtMost("  apart from the first", 100 * Math.Abs((median / first) - 1), Bar, "%");
            }

            if (further is not null)
            {
                Figures.Tell($"{what}: {further.Name} (told by its answer)", Median(times[further]), "ms");
            }
        }

        private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

        private async Task ForgetLimitsAsync(CancellationToken cancellationToken)
        {
            await using var db = portal.Database.NewContext();
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Attempts\"", cancellationToken);
        }
    }
}
