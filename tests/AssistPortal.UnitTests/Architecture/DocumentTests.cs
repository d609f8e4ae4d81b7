using System.Text.RegularExpressions;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly IReadOnlyList<SourceFile> Documents = Repository.Documents();

    [Fact]
    public void Links_lead_to_files() => Assert.Empty(
        from document in Documents
        from link in Link().Matches(document.Text)
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document.Path)!, target))
        select $"{document.Path}:{document.LineOf(link.Index)}: {target}");

    [Fact]
    public void Links_to_headings_lead_to_one() => Assert.Empty(
        from document in Documents
        from link in Link().Matches(document.Text)
        let parts = link.Groups["target"].Value.Split('#')
        where parts.Length == 2 && !parts[0].Contains(':', StringComparison.Ordinal)
        let path = Path.Combine(Repository.Root, Path.GetDirectoryName(document.Path)!, parts[0])
        let text = parts[0].Length == 0 ? document.Text : File.Exists(path) ? File.ReadAllText(path) : ""
        where !Heading().Matches(text)
            .Select(heading => AnchorOf(heading.Groups["text"].Value))
            .Contains(parts[1], StringComparer.Ordinal)
        select $"{document.Path}:{document.LineOf(link.Index)}: {link.Groups["target"].Value}");

    [Theory]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/glossary.md")]
    public void Names_of_code_are_found_in_it(string path)
    {
        var document = Documents.Single(file => file.Path == path);
        var known = Repository.Everything()
            .Where(file => file.Name.EndsWith(".cs", StringComparison.Ordinal)
                || file.Name.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(file => Word().Matches(file.Text)
                .Select(word => word.Value)
                .Append(Path.GetFileNameWithoutExtension(file.Name)))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            from code in Code().Matches(document.Text)
            from word in Word().Matches(code.Value)
            where !known.Contains(word.Value)
            select $"{path}:{document.LineOf(code.Index)}: {word.Value}");
    }

    [Fact]
    public void Paths_of_folders_and_files_are_there()
    {
        var known = Repository.Everything()
            .SelectMany(file => new[] { file.Path, Path.GetDirectoryName(file.Path)! })
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            from document in Documents
            from found in PlacedCode().Matches(document.Text)
            let place = found.Groups["path"].Value
            where !place.EndsWith("/App_Data", StringComparison.Ordinal)
                && !known.Any(path => path.EndsWith(place, StringComparison.Ordinal))
            select $"{document.Path}:{document.LineOf(found.Index)}: {place}");
    }

    private static string AnchorOf(string heading) =>
        Unanchored().Replace(heading.Trim(), "").Replace(' ', '-').ToLowerInvariant();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unanchored();

    [GeneratedRegex("`[^`\n]+`", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Code();

    /// <summary>Words of two humps, which nobody but code writes so.</summary>
    [GeneratedRegex(@"\b_?[A-Z][a-z]+([A-Z][a-z]+)+\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"`(?<path>(src|tests|docs|tools|Data|Mail|Assist|Trials|Web)/[\w./-]+)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlacedCode();
}
