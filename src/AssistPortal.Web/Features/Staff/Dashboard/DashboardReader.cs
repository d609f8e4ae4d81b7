using System.Globalization;
using System.Security.Claims;
using AssistPortal.Assist.Dashboard;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Times;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Dashboard;

/// <summary>Gathers the dashboard.</summary>
public sealed class DashboardReader(
    ReaderTimes times,
    DeskFigures figures,
    WeeklyFigures weekly,
    WorkLoad load,
    WaitingList waiting,
    Cached<Catalogue> catalogue,
    IClock clock)
{
    public const int Weeks = 12;

    /// <summary>Orders of today and so many days more are near.</summary>
    public const int NearDays = 7;

    private const int MostTimes = 8;

    public async Task<DashboardPage> ReadAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var time = await times.OfAsync(user, cancellationToken);
        var zone = time.TimeZone;
        var now = clock.GetCurrentInstant().InZone(zone);
        var monday = Monday(now);
        List<LocalDate> mondays = [.. Enumerable.Range(0, Weeks).Select(week => monday.PlusWeeks(week + 1 - Weeks))];
        List<Interval> weeks =
            [.. mondays.Select(first => new Interval(StartOf(first, zone), StartOf(first.PlusWeeks(1), zone)))];
        var orders = await weekly.OrdersAsync(weeks, cancellationToken);
        var unmet = await weekly.UnmetAsync(weeks[0].Start, cancellationToken);
        var known = await catalogue.GetAsync(cancellationToken);
        var names = known.Packages.ToDictionary(
            package => package.Id, package => package.Texts.In(CultureInfo.CurrentUICulture).Name);
        return new DashboardPage
        {
            Time = time,
            Today = now.Date,
            Counts = await figures.CountAsync(StartOf(now.Date.PlusDays(NearDays + 1), zone), cancellationToken),
            Weeks =
            [
                .. mondays.Select((first, week) => new DashboardWeek(
                    first,
                    orders[week],
                    CountOf(unmet, weeks[week], NobodyReason.NoProducerWorks),
                    CountOf(unmet, weeks[week], NobodyReason.AllTaken))),
            ],
            Load = await load.ReadAsync(zone, cancellationToken),
            WishedTimes =
            [
                .. unmet.Select(wish => wish.Start.InZone(zone))
                    .CountBy(start => (start.DayOfWeek, start.Hour))
                    .OrderByDescending(time => time.Value).ThenBy(time => time.Key)
                    .Take(MostTimes)
                    .Select(time => new WishedTime(time.Key.DayOfWeek, time.Key.Hour, time.Value)),
            ],
            WishedPackages =
            [
                .. unmet.CountBy(wish => wish.PackageId)
                    .OrderByDescending(package => package.Value).ThenBy(package => package.Key)
                    .Select(package => new WishedPackage(names[package.Key], package.Value)),
            ],
            Hints = StaffingHint.AllOf(
                (await weekly.OpenAsync(unmet, weeks[0].Start, cancellationToken))
                    .Select(wish => UnmetWork.Of(wish, known.Package(wish.PackageId), zone))),
            Waiting = await waiting.CountAsync(cancellationToken),
            IsCut = unmet.Count == WeeklyFigures.MostWishes,
            PackageNames = names,
        };
    }

    /// <summary>The beginning of the first week that is counted.</summary>
    public static Instant FirstWeek(Instant now, DateTimeZone zone) =>
        StartOf(Monday(now.InZone(zone)).PlusWeeks(1 - Weeks), zone);

    private static LocalDate Monday(ZonedDateTime now) => now.Date.PlusDays(1 - (int)now.DayOfWeek);

    private static Instant StartOf(LocalDate day, DateTimeZone zone) => LocalDays.Of(day, zone).Start;

    private static int CountOf(IReadOnlyList<UnmetWishFacts> wishes, Interval week, NobodyReason reason) =>
        wishes.Count(wish => wish.Reason == reason && week.Contains(wish.At));
}
