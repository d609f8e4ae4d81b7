namespace AssistPortal.UnitTests.Architecture;

/// <summary>Ways along arrows that lead back to where they began.</summary>
internal static class RoomCircles
{
    /// <summary>The shortest circle through each room that lies on one and not on a circle before.</summary>
    public static IReadOnlyList<IReadOnlyList<RoomArrow>> In(IEnumerable<RoomArrow> arrows)
    {
        var from = arrows.ToLookup(arrow => arrow.From, StringComparer.Ordinal);
        List<IReadOnlyList<RoomArrow>> circles = [];
        foreach (var room in from.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            if (!circles.Exists(circle => circle.Any(arrow => arrow.From == room))
                && ShortestThrough(room, from) is { } found)
            {
                circles.Add(found);
            }
        }

        return circles;
    }

    private static List<RoomArrow>? ShortestThrough(string room, ILookup<string, RoomArrow> from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<List<RoomArrow>>([[]]);
        while (open.TryDequeue(out var way))
        {
            foreach (var arrow in from[way.Count == 0 ? room : way[^1].To])
            {
                if (arrow.To == room)
                {
                    return [.. way, arrow];
                }

                if (seen.Add(arrow.To))
                {
                    open.Enqueue([.. way, arrow]);
                }
            }
        }

        return null;
    }
}
