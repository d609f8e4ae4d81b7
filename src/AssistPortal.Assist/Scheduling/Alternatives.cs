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
        var possible = In(starts, searched).ToHashSet();

        // Of two equally near ones the later is taken: it leaves more time to prepare.
        var nearest = possible.OrderBy(start => Math.Abs(start - wish)).ThenByDescending(start => start).ToList();
        var chosen = new List<long>();
        TakeFirst(nearest.Where(start => start < wish));
        TakeFirst(nearest.Where(start => start > wish));
        TakeFirst(SameTime(wish, zone).Where(possible.Contains));
        while (chosen.Count < Count && TakeFirst(nearest))
        {
        }

        var isEnough = chosen.Count == Count
            && (chosen.Min() < wish || searched.From == limit.From)
            && (chosen.Max() > wish || searched.To == limit.To);
        return isEnough || searched == limit ? [.. chosen.Order()] : null;

        bool TakeFirst(IEnumerable<long> candidates)
        {
            var apart = candidates.Where(start => chosen.TrueForAll(other => Math.Abs(other - start) >= Apart)).Take(1);
            var before = chosen.Count;
            chosen.AddRange([.. apart]);
            return chosen.Count > before;
        }
    }

    private static IEnumerable<long> In(FreeStarts starts, QuarterRange range)
    {
        for (var start = starts.FirstFrom(range.From); start < range.To; start = starts.FirstFrom(start.Value + 1))
        {
            yield return start.Value;
        }
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
