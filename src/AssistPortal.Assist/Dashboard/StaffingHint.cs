using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <summary>Hours of one producer more on a weekday, and the unmet wishes that they would have met.</summary>
/// <param name="Hours">When they would be.</param>
/// <param name="Met">The wishes, by start.</param>
public sealed record StaffingHint(WeekdayHours Hours, IReadOnlyList<UnmetWork> Met)
{
    /// <summary>More than that in one piece is another producer.</summary>
    public const int MostHours = 4;

    /// <summary>Fewer wishes may be chance, and no reason to work every week.</summary>
    public const int LeastMet = 3;

    /// <summary>One host alone is no reason either.</summary>
    public const int LeastWishers = 2;

    /// <summary>More at once nobody plans.</summary>
    public const int MostHints = 3;

    private const int StepMinutes = 30;

    /// <summary>The best hours, then the best on any other day of the week: see <see cref="Of"/>.</summary>
    public static IReadOnlyList<StaffingHint> AllOf(IEnumerable<UnmetWork> unmet)
    {
        var hints = new List<StaffingHint>();
        List<UnmetWork> left = [.. unmet];
        while (hints.Count < MostHints && Of(left) is { } hint)
        {
            hints.Add(hint);
            left.RemoveAll(work => work.Day == hint.Hours.Day);
        }

        return hints;
    }

    /// <summary>
    /// The hours that would have met most wishes for each of them; of those that are alike, the ones that would have
    /// met more. Null where no hours would have met enough to tell.
    /// </summary>
    public static StaffingHint? Of(IEnumerable<UnmetWork> unmet)
    {
        StaffingHint? best = null;
        foreach (var day in unmet.GroupBy(work => work.Day).OrderBy(day => day.Key))
        {
            List<UnmetWork> works = [.. day];
            foreach (var from in works.Select(work => work.StartMinute / StepMinutes * StepMinutes).Distinct().Order())
            {
                for (var count = 1; count <= MostHours; count++)
                {
                    var hours = new WeekdayHours(day.Key, LocalTime.FromMinutesSinceMidnight(from), count);
                    var met = hours.Meet(works);
                    if (IsEnough(met) && IsBetter(met.Count, count, best))
                    {
                        best = new StaffingHint(hours, met);
                    }
                }
            }
        }

        return best;
    }

    private static bool IsEnough(IReadOnlyList<UnmetWork> met) =>
        met.Count >= LeastMet
        && met.Select(work => work.Wish.HostUserId).Distinct().Take(LeastWishers).Count() == LeastWishers;

    private static bool IsBetter(int met, int hours, StaffingHint? best) =>
        best is null
        || (met * best.Hours.Count, met).CompareTo((best.Met.Count * hours, best.Met.Count)) > 0;
}
