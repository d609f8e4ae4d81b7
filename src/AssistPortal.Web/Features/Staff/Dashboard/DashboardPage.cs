using AssistPortal.Assist.Dashboard;
using AssistPortal.Web.Shared.Times;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Staff.Dashboard;

/// <summary>How things stand.</summary>
public sealed record DashboardPage
{
    /// <summary>In whose zone days and weeks are meant.</summary>
    public required OwnTime Time { get; init; }

    public required LocalDate Today { get; init; }

    public required DeskCounts Counts { get; init; }

    /// <summary>The last weeks and this one, oldest first.</summary>
    public required IReadOnlyList<DashboardWeek> Weeks { get; init; }

    public required WorkLoadPicture Load { get; init; }

    /// <summary>The weekdays and hours that were wished for in vain, most wished first.</summary>
    public required IReadOnlyList<WishedTime> WishedTimes { get; init; }

    /// <summary>Packages that were wished for in vain, by name, most wished first.</summary>
    public required IReadOnlyList<WishedPackage> WishedPackages { get; init; }

    /// <summary>Whether there were more unmet wishes than are counted.</summary>
    public required bool IsCut { get; init; }

    public required IReadOnlyDictionary<int, string> PackageNames { get; init; }

    /// <summary>The orders that are near.</summary>
    public string Coming =>
        $"~/staff/orders?Status=coming&From={LocalDatePattern.Iso.Format(Today)}&To={LocalDatePattern.Iso.Format(Today.PlusDays(DashboardReader.NearDays))}";

    public int Unmet => Weeks.Sum(week => week.Unmet);

    public IReadOnlyList<DayLoad> DaysAtRisk => [.. Load.Days.Where(day => day.IsAtRisk)];

    /// <summary>The busiest first; those without working time last.</summary>
    public IReadOnlyList<ProducerLoad> Busiest =>
        [.. Load.Producers.OrderByDescending(producer => producer.Percent ?? -1).ThenBy(producer => producer.Name, StringComparer.CurrentCulture)];
}

/// <summary>A week, from Monday on.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Orders">What was ordered in it.</param>
/// <param name="NobodyWorks">Wishes of that week for a time at which nobody works.</param>
/// <param name="AllTaken">Wishes of that week for a time at which everybody is taken.</param>
public sealed record DashboardWeek(LocalDate Monday, WeekOfOrders Orders, int NobodyWorks, int AllTaken)
{
    public int Unmet => NobodyWorks + AllTaken;
}

/// <param name="Day">Day of the week.</param>
/// <param name="Hour">The hour in which the events were to begin.</param>
/// <param name="Count">How many wishes.</param>
public sealed record WishedTime(IsoDayOfWeek Day, int Hour, int Count);

public sealed record WishedPackage(string Name, int Count);
