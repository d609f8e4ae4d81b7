using System.Text.RegularExpressions;
using AssistPortal.Web.Composition;
using AssistPortal.Web.Shared.Http;

namespace AssistPortal.UnitTests.Architecture;

public sealed partial class ViewTests
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
    public void The_way_back_stands_before_the_summary_of_errors() => Assert.Empty(
        from view in Rooms.SelectMany(room => room)
        let summary = view.Text.IndexOf("<error-summary", StringComparison.Ordinal)
        where summary >= 0 && view.Text.IndexOf("\"back-link\"", StringComparison.Ordinal) > summary
        select view.Path);

    [Fact]
    public void Parts_that_are_kept_for_everybody_depend_on_their_model_alone()
    {
        var views = Rooms.SelectMany(room => room).ToList();
        var kept = views
            .SelectMany(view => KeptPart().Matches(view.Text))
            .Select(use => use.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(kept);
        var parts = new Queue<SourceFile>(views.Where(view => kept.Contains(view.Name[..^".cshtml".Length])));
        Assert.True(parts.Count >= kept.Count);
        while (parts.TryDequeue(out var part))
        {
            Assert.False(
                Personal().IsMatch(part.Text), $"{part.Path}: {Personal().Match(part.Text)} differs between requests.");
            var within = PartWithin().Matches(part.Text)
                .Select(use => use.Groups["name"].Value)
                .ToHashSet(StringComparer.Ordinal);
            views.FindAll(view => within.Contains(view.Name[..^".cshtml".Length])).ForEach(parts.Enqueue);
        }
    }

    [Fact]
    public void Addresses_from_the_root_stand_where_they_are_resolved() => Assert.Empty(
        from view in Rooms.SelectMany(room => room)
        from use in RootAddress().Matches(view.Text)
        where !RootAddressTagHelper.Places.Contains((use.Groups["element"].Value, use.Groups["attribute"].Value))
        select $"{view.Path}({view.LineOf(use.Index)})");

    [Fact]
    public void Each_room_that_features_share_has_views() =>
        Assert.DoesNotContain(FeatureViews.SharedRooms, room => !Rooms[room].Any());

    [GeneratedRegex("<kept name=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex KeptPart();

    [GeneratedRegex("<partial name=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PartWithin();

    /// <summary>Who asks, and for what; forms, which have a token.</summary>
    [GeneratedRegex(
        @"\b(User|Context|ViewContext|ViewData|ViewBag|TempData|Html|Clock|Cached)\b|\bUrl\.(?!Content)|method=.post",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Personal();

    [GeneratedRegex(
        """<(?<element>[a-z-]+)(?=\s)[^<]*?\s(?<attribute>[a-z-]+)="~/""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex RootAddress();
}
