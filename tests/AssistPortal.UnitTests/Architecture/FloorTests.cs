namespace AssistPortal.UnitTests.Architecture;

/// <summary>A folder is a room; rooms stand on floors, and know only those below: <see cref="FloorPlans"/>.</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, Rooms> Built = Assemblies.BelowWeb.Select(Rooms.Of)
        .Append(Rooms.OfEachFolder(Assemblies.Web))
        .ToDictionary(rooms => rooms.Project, StringComparer.Ordinal);

    public static TheoryData<string> Held => [.. FloorPlans.Held];

    public static TheoryData<string> Planned => [.. FloorPlans.Held.Where(FloorPlans.All.ContainsKey)];

    [Theory]
    [MemberData(nameof(Planned))]
    public void Every_room_stands_in_the_plan(string project) => Assert.Equal(
        Built[project].All.Where(room => room.Length > 0),
        FloorPlans.All[project].Rooms.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Planned))]
    public void A_plan_leads_down_only(string project)
    {
        var floors = FloorPlans.All[project].Rooms.Index()
            .ToDictionary(room => room.Item, room => room.Index, StringComparer.Ordinal);

        AssertNone(FloorPlans.All[project].Arrows.Where(arrow => floors[arrow.From] >= floors[arrow.To]));
    }

    [Theory]
    [MemberData(nameof(Planned))]
    public void Rooms_know_only_those_that_the_plan_lets_them(string project) =>
        AssertNone(Built[project].Arrows.Where(arrow => !FloorPlans.All[project].Allows(arrow)));

    [Theory]
    [MemberData(nameof(Planned))]
    public void A_plan_lets_through_no_more_than_is_used(string project) => AssertNone(
        FloorPlans.All[project].Arrows.Except(Built[project].Arrows.Select(arrow => (arrow.From, arrow.To))));

    [Theory]
    [MemberData(nameof(Held))]
    public void No_way_leads_from_a_room_back_to_it(string project) => AssertNone(
        RoomCircles.In(Built[project].Arrows)
            .Select(circle => string.Concat(circle.Select(arrow => $"{arrow}{Environment.NewLine}"))));

    private static void AssertNone<T>(IEnumerable<T> found)
    {
        var lines = found.Select(item => $"{item}").Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join(Environment.NewLine, lines));
    }
}
