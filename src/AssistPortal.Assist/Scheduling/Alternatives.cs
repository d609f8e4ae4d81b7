using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Other starts for a wish: the latest before it, the earliest after it, and the same time on the wall clock of the
/// next day that has it; what is missing is filled by the nearest left. They are at least an hour apart.
/// </summary>
internal static class Alternatives
{
    public const int Count = 3;

    /// <summary>How many days after the wish the same time of day is looked for.</summary>
    public const int DaysAhead = 14;

    private const long Apart = 60 / QuarterHours.Minutes;

    /// <summary>
    /// Up to three starts within the searched range, in order; null when searching further could find better ones.
    /// </summary>
    /// <param name="starts">The possible starts.</param>
    /// <param name="wish">Number of the wished start, at which nobody is free.</param>
    /// <param name="zone">Whose wall clock tells the time of day.</param>
    /// <param name="searched">
    /// The starts that were looked at, as far before the wish as after it but for the limit.
    /// </param>
    /// <param name="limit">The starts that come into question at all.</param>
    public static IReadOnlyList<long>? Choose(
        FreeStarts starts, long wish, DateTimeZone zone, QuarterRange searched, QuarterRange limit)
    {
        var chosen = new List<long>(Count);
        Take(Before(starts, wish, searched, chosen));
        Take(After(starts, wish, searched, chosen));
        Take(SameTime(wish, zone).Cast<long?>().FirstOrDefault(
            start => start >= searched.From && start < searched.To && IsApart(start.Value, chosen)
                && starts.FirstFrom(start.Value) == start));
        while (chosen.Count < Count && Take(Nearer(
            Before(starts, wish, searched, chosen), After(starts, wish, searched, chosen), wish)))
        {
        }

        var isEnough = chosen.Count == Count
            && (chosen.Min() < wish || searched.From == limit.From)
            && (chosen.Max() > wish || searched.To == limit.To);
        return isEnough || searched == limit ? [.. chosen.Order()] : null;

        bool Take(long? start)
        {
            if (start is { } found)
            {
                chosen.Add(found);
            }

            return start is not null;
        }
    }

    // Of two equally near ones the later is taken: it leaves more time to prepare.
    private static long? Nearer(long? before, long? after, long wish) =>
        before is null || after - wish <= wish - before ? after : before;

    private static bool IsApart(long start, List<long> chosen)
    {
        foreach (var other in chosen)
        {
            if (Math.Abs(other - start) < Apart)
            {
                return false;
            }
        }

        return true;
    }

    private static long? Before(FreeStarts starts, long wish, QuarterRange searched, List<long> chosen)
    {
        var start = starts.LastBefore(Math.Min(wish, searched.To));
        while (start >= searched.From && !IsApart(start.Value, chosen))
        {
            start = starts.LastBefore(start.Value);
        }

        return start >= searched.From ? start : null;
    }

    private static long? After(FreeStarts starts, long wish, QuarterRange searched, List<long> chosen)
    {
        var start = starts.FirstFrom(Math.Max(wish + 1, searched.From));
        while (start < searched.To && !IsApart(start.Value, chosen))
        {
            start = starts.FirstFrom(start.Value + 1);
        }

        return start < searched.To ? start : null;
    }

    private static IEnumerable<long> SameTime(long wish, DateTimeZone zone)
    {
        var wished = QuarterHours.At(wish).InZone(zone).LocalDateTime;
        return Enumerable.Range(1, DaysAhead)
            .Select(days => zone.MapLocal(wished.PlusDays(days)))
            .Where(mapping => mapping.Count > 0)
            .SelectMany(mapping => new[] { mapping.First(), mapping.Last() })
            .Select(start => QuarterHours.IndexOf(start.ToInstant()));
    }
}
