using System.Text.RegularExpressions;

namespace AssistPortal.UnitTests.Architecture;

public sealed partial class SourceFileTests
{
    private const int MostLines = 250;
    private const int MostCharacters = 120;

    [Fact]
    public void Files_are_small()
    {
        var files = Repository.Sources(".cs");

        Assert.True(files.Count > 100, "Sources are found.");
        Assert.Empty(files.Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines, at most {MostLines}"));
    }

    [Fact]
    public void Lines_are_short() => Assert.Empty(
        from file in Repository.Everything()
        where file.Name.EndsWith(".cs", StringComparison.Ordinal)
            && !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
        from line in file.Text.Split('\n').Index()
        where line.Item.Length > MostCharacters
        select $"{file.Path}:{line.Index + 1}: {line.Item.Length} characters, at most {MostCharacters}");

    [Fact]
    public void Views_are_small_too() => Assert.Empty(
        Repository.Sources(".cshtml")
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Nothing_is_left_to_be_done_later() => Assert.Empty(
        from file in Repository.Sources(".cs").Concat(Repository.Sources(".cshtml"))
        from found in Leftover().Matches(file.Text)
        select $"{file.Path}:{file.LineOf(found.Index)}: {found.Value}");

    [Fact]
    public void Views_hold_no_script_or_style_of_their_own() => Assert.Empty(
        from file in Repository.Sources(".cshtml")
        from found in Inline().Matches(file.Text)
        select $"{file.Path}:{file.LineOf(found.Index)}: {found.Value}");

    [Fact]
    public void Views_write_no_text_without_encoding_it() => Assert.Empty(
        from file in Repository.Sources(".cshtml").Concat(Repository.Sources(".cs"))
        from found in Raw().Matches(file.Text)
        select $"{file.Path}:{file.LineOf(found.Index)}: {found.Value}");

    [Fact]
    public void Only_one_place_writes_files_for_spreadsheets_so_that_each_is_defused() => Assert.Equal(
        ["src/AssistPortal.Web/Shared/Csv/CsvResult.cs"],
        Repository.Sources(".cs")
            .Where(file => file.Text.Contains("text/csv", StringComparison.Ordinal)
                || file.Text.Contains("CsvWriter", StringComparison.Ordinal))
            .Select(file => file.Path));

    [GeneratedRegex(
        @"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Leftover();

    [GeneratedRegex(
        @"<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=""|\son[a-z]+=""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"Html\.Raw\(|new HtmlString\(", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Raw();
}
