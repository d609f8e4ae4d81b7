using AssistPortal.Web.Composition;

namespace AssistPortal.UnitTests.Architecture;

public sealed class ViewTests
{
    private static readonly ILookup<string, SourceFile> Rooms = Repository.Sources(".cshtml")
        .Where(view => !view.Name.StartsWith("_View", StringComparison.Ordinal))
        .ToLookup(view => view.Folder["src/AssistPortal.Web/".Length..], StringComparer.Ordinal);

    [Fact]
    public void Each_name_stands_in_one_of_the_rooms_that_features_share() => Assert.Empty(
        from view in FeatureViews.SharedRooms.SelectMany(room => Rooms[room])
        group view.Path by view.Name into namesakes
        where namesakes.Count() > 1
        select string.Join(", ", namesakes));

    [Fact]
    public void Each_room_that_features_share_has_views() =>
        Assert.DoesNotContain(FeatureViews.SharedRooms, room => !Rooms[room].Any());
}
