using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <param name="Producers">All who are active.</param>
/// <param name="Days">From today on, without a gap.</param>
public sealed record WorkLoadPicture(IReadOnlyList<ProducerLoad> Producers, IReadOnlyList<DayLoad> Days)
{
    /// <summary>The days by week, each from Monday to Sunday; days of the first and last may lie beyond.</summary>
    public IReadOnlyList<WeekLoad> Weeks =>
    [
        .. Days.GroupBy(day => day.Date.PlusDays(1).Previous(IsoDayOfWeek.Monday))
            .Select(week => new WeekLoad(week.Key, [.. week])),
    ];

    /// <summary>Working and reserved quarter-hours of all days that are that day of the week.</summary>
    public (int Working, int Reserved) Of(IsoDayOfWeek weekday)
    {
        var days = Days.Where(day => day.Date.DayOfWeek == weekday).ToList();
        return (days.Sum(day => day.Working), days.Sum(day => day.Reserved));
    }
}

/// <summary>All producers' time in a week, in quarter-hours.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Days">Those that are looked at, without a gap.</param>
public sealed record WeekLoad(LocalDate Monday, IReadOnlyList<DayLoad> Days)
{
    public int Working => Days.Sum(day => day.Working);

    public int Reserved => Days.Sum(day => day.Reserved);

    public int Percent => DayLoad.PercentOf(Reserved, Working);
}

/// <summary>A producer's time in the coming weeks, in quarter-hours.</summary>
/// <param name="Name">The producer.</param>
/// <param name="Working">Working time without time off.</param>
/// <param name="Reserved">Reserved time, wherever it lies.</param>
public sealed record ProducerLoad(string Name, int Working, int Reserved)
{
    /// <summary>Null where there is no working time.</summary>
    public int? Percent => Working == 0 ? null : (int)Math.Round(100.0 * Reserved / Working);
}

/// <summary>All producers' time on a day, in quarter-hours.</summary>
/// <param name="Date">The day.</param>
/// <param name="Working">Working time of all together.</param>
/// <param name="Reserved">How much of it is reserved.</param>
/// <param name="PackagesShort">
/// Packages for which somebody works that day, and nobody has time left for an event of an hour.
/// </param>
/// <param name="NeedAttention">Orders of the day that need a coordinator.</param>
public sealed record DayLoad(
    LocalDate Date, int Working, int Reserved, IReadOnlyList<int> PackagesShort, int NeedAttention)
{
    /// <summary>From which share of the working time on a day is at risk.</summary>
    public const int RiskPercent = 80;

    public int Percent => PercentOf(Reserved, Working);

    /// <summary>Whether nobody works, so that nobody can be had.</summary>
    public bool IsUnstaffed => Working == 0;

    /// <summary>Whether most of the working time is reserved.</summary>
    public bool IsFull => Percent >= RiskPercent;

    public bool IsAtRisk => IsUnstaffed || IsFull || PackagesShort.Count > 0 || NeedAttention > 0;

    internal static int PercentOf(int reserved, int working) =>
        working == 0 ? 0 : (int)Math.Round(100.0 * reserved / working);
}
