namespace AssistPortal.UnitTests.Architecture;

/// <summary>
/// The rooms of a project from top to bottom, each with those that it may know. All of them stand further down, so no
/// way leads in a circle.
/// </summary>
internal sealed class FloorPlan
{
    private readonly Dictionary<string, string[]> known = new(StringComparer.Ordinal);

    /// <param name="drawing">
    /// A line for each room: its name, and after an arrow the rooms that it may know; the next line may go on with one.
    /// </param>
    public FloorPlan(string drawing)
    {
        var room = "";
        foreach (var line in drawing.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('→', StringSplitOptions.TrimEntries);
            room = parts[0].Length > 0 ? parts[0] : room;
            string[] others = parts.Length == 1 ? [] : parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            known[room] = [.. known.GetValueOrDefault(room) ?? [], .. others];
        }
    }

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<string> Rooms => [.. known.Keys];

    public IEnumerable<(string From, string To)> Arrows =>
        known.SelectMany(room => room.Value.Select(other => (room.Key, other)));

    /// <summary>What lies beside the rooms, in the project's own namespace, is below them all.</summary>
    public bool Allows(RoomArrow arrow) =>
        arrow.To.Length == 0
            || (known.TryGetValue(arrow.From, out var others) && others.Contains(arrow.To, StringComparer.Ordinal));
}
