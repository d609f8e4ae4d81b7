using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <param name="Producers">All who are active.</param>
/// <param name="Days">From today on, without a gap.</param>
public sealed record WorkLoadPicture(IReadOnlyList<ProducerLoad> Producers, IReadOnlyList<DayLoad> Days);

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

    public int Percent => Working == 0 ? 0 : (int)Math.Round(100.0 * Reserved / Working);

    public bool IsAtRisk => Percent >= RiskPercent || PackagesShort.Count > 0 || NeedAttention > 0;
}
