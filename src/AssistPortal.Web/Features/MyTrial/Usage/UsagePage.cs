using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;

namespace AssistPortal.Web.Features.MyTrial.Usage;

/// <summary>How much an organisation used its services.</summary>
/// <param name="Trial">The organisation's trial.</param>
/// <param name="State">How far that is.</param>
/// <param name="Services">Those that were used or can be, in their usual order.</param>
/// <param name="Days">
/// The days of the page without gaps, from the first to the last; none where nothing was used.
/// </param>
public sealed record UsagePage(
    Trial Trial, TrialState State, IReadOnlyList<CloudService> Services, IReadOnlyList<UsageDay> Days)
{
    /// <summary>How many days the page shows at most; the file has all.</summary>
    public const int MostDays = 90;

    /// <summary>How many days the charts show at most.</summary>
    public const int ChartDays = 30;

    public IEnumerable<UsageDay> Charted => Days.TakeLast(ChartDays);
}
