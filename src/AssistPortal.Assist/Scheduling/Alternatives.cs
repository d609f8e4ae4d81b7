namespace AssistPortal.Assist.Scheduling;

/// <summary>The starts nearest to a wish: one before, one after, and the next nearest of either side.</summary>
internal static class Alternatives
{
    public const int Count = 3;

    /// <summary>
    /// Up to three starts within the searched range, in order; null when searching further could find better ones.
    /// </summary>
    /// <param name="starts">The possible starts.</param>
    /// <param name="wish">Number of the wished start.</param>
    /// <param name="searched">
    /// The starts that were looked at, as far before the wish as after it but for the limit.
    /// </param>
    /// <param name="limit">The starts that come into question at all.</param>
    public static IReadOnlyList<long>? Choose(FreeStarts starts, long wish, QuarterRange searched, QuarterRange limit)
    {
        var before = Before(starts, wish, searched).Take(Count).ToList();
        var after = After(starts, wish, searched).Take(Count).ToList();
        var isEnough = before.Count + after.Count >= Count
            && (before.Count > 0 || searched.From == limit.From)
            && (after.Count > 0 || searched.To == limit.To);
        if (!isEnough && searched != limit)
        {
            return null;
        }

        // Of two equally near ones the later is taken: it leaves more time to prepare.
        IReadOnlyList<long> nearest = [.. before.Take(1), .. after.Take(1)];
        var others = before.Concat(after).Except(nearest)
            .OrderBy(start => Math.Abs(start - wish))
            .ThenByDescending(start => start);
        return [.. nearest.Concat(others).Take(Count).Order()];
    }

    private static IEnumerable<long> Before(FreeStarts starts, long wish, QuarterRange searched)
    {
        for (var start = starts.LastBefore(Math.Min(wish, searched.To));
            start >= searched.From;
            start = starts.LastBefore(start.Value))
        {
            yield return start.Value;
        }
    }

    private static IEnumerable<long> After(FreeStarts starts, long wish, QuarterRange searched)
    {
        for (var start = starts.FirstFrom(Math.Max(wish + 1, searched.From));
            start < searched.To;
            start = starts.FirstFrom(start.Value + 1))
        {
            yield return start.Value;
        }
    }
}
