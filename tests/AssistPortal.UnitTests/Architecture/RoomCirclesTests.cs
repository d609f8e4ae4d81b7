namespace AssistPortal.UnitTests.Architecture;

public sealed class RoomCirclesTests
{
    [Fact]
    public void Rooms_that_know_only_those_below_form_no_circle() =>
        Assert.Empty(RoomCircles.In(Arrows("A>B", "A>C", "B>C", "C>D", "B>D")));

    [Fact]
    public void A_circle_is_told_by_its_shortest_way() =>
        Assert.Equal(["B>C", "C>B"], Found("A>B", "B>D", "D>C", "B>C", "C>B", "C>E").First());

    [Fact]
    public void Each_circle_is_told_once() =>
        Assert.Equal([["A>B", "B>C", "C>A"], ["D>E", "E>D"]], Found("A>B", "B>C", "C>A", "D>E", "E>D", "C>D"));

    private static IEnumerable<IEnumerable<string>> Found(params string[] arrows) =>
        RoomCircles.In(Arrows(arrows)).Select(circle => circle.Select(arrow => $"{arrow.From}>{arrow.To}"));

    private static IEnumerable<RoomArrow> Arrows(params string[] arrows) =>
        arrows.Select(arrow => new RoomArrow(arrow[..1], arrow[^1..], "X names Y"));
}
