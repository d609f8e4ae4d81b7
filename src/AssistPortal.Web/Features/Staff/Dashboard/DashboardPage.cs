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

    /// <summary>Which hours more would have met most wishes; none where the wishes are too few to tell.</summary>
    public required IReadOnlyList<StaffingHint> Hints { get; init; }

    /// <summary>How many wishes wait for somebody, or are offered a time.</summary>
    public required int Waiting { get; init; }

    /// <summary>Whether there were more unmet wishes than are counted.</summary>
    public required bool IsCut { get; init; }

    public required IReadOnlyDictionary<int, string> PackageNames { get; init; }

    /// <summary>The orders that are near.</summary>
    public string Coming =>
        $"~/staff/orders?Status=coming&From={LocalDatePattern.Iso.Format(Today)}"
            + $"&To={LocalDatePattern.Iso.Format(Today.PlusDays(DashboardReader.NearDays))}";

    public int Unmet => Weeks.Sum(week => week.Unmet);

    public IReadOnlyList<DayLoad> DaysAtRisk => [.. Load.Days.Where(day => day.IsAtRisk)];

    /// <summary>The busiest first; those without working time last.</summary>
    public IReadOnlyList<ProducerLoad> Busiest =>
        [.. Load.Producers.OrderByDescending(producer => producer.Percent ?? -1)
            .ThenBy(producer => producer.Name, StringComparer.CurrentCulture)];
}
