using System.Text.Json;
using System.Text.RegularExpressions;
using AssistPortal.UnitTests.Architecture;

namespace AssistPortal.UnitTests.Texts;

public sealed partial class ChineseTextTests
{
    [Fact]
    public void The_list_of_characters_is_one_of_pairs() =>
        Assert.Empty(ChineseScript.Traditional.Intersect(ChineseScript.Simplified));

    [Fact]
    public void Each_script_is_written_in_its_own_characters() => Assert.Empty(
        from entry in Chinese()
        let foreign = string.Concat(ChineseScript.Foreign(entry.Text, entry.Language))
        where foreign.Length > 0
        select $"{entry} ({foreign})");

    [Fact]
    public void Each_region_reads_its_own_words() => Assert.Empty(
        from entry in Chinese()
        from word in entry.Language == "zh-Hant" ? ChineseScript.MainlandWords : ChineseScript.TaiwanWords
        where entry.Text.Contains(word, StringComparison.Ordinal)
        select $"{entry} ({word})");

    [Fact]
    public void Punctuation_beside_Chinese_characters_is_full_width() => Assert.Empty(
        Chinese().Where(entry => HalfWidth().IsMatch(entry.Text)).Select(entry => $"{entry}"));

    [Fact]
    public void Between_Chinese_characters_and_Latin_ones_there_is_a_space() => Assert.Empty(
        Chinese().Where(entry => Unspaced().IsMatch(entry.Text)).Select(entry => $"{entry}"));

    [Fact]
    public void Hosts_are_spoken_to_politely() => Assert.Empty(
        Chinese().Where(entry => entry.Text.Contains('你', StringComparison.Ordinal)).Select(entry => $"{entry}"));

    [Fact]
    public void The_catalogue_is_written_as_the_pages_are()
    {
        var file = Path.Combine(Repository.Root, "src/AssistPortal.Assist/Packages/catalogue.json");
        using var catalogue = JsonDocument.Parse(File.ReadAllText(file));

        Assert.Empty(
            from text in Texts(catalogue.RootElement, language: null)
            let foreign = string.Concat(ChineseScript.Foreign(text.Text, text.Language))
            where foreign.Length > 0 || HalfWidth().IsMatch(text.Text) || Unspaced().IsMatch(text.Text)
            select $"{text.Text} ({foreign})");
    }

    private static IEnumerable<ResourceEntry> Chinese() => ResourceFile.Everything.Where(entry => entry.IsChinese);

    private static IEnumerable<(string Language, string Text)> Texts(JsonElement element, string? language) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
                Texts(property.Value, property.Name is "zh-Hant" or "zh-Hans" ? property.Name : language)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, language)),
            JsonValueKind.String when language is not null => [(language, element.GetString()!)],
            _ => [],
        };

    [GeneratedRegex(
        @"[一-鿿][,:;?!()]|[,:;?!()][一-鿿]|[一-鿿]\.(\s|$)|\.\.\.",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HalfWidth();

    /// <summary>
    /// A percent sign or a slash may stand close; so may a placeholder that is filled in with Chinese.
    /// </summary>
    [GeneratedRegex(@"[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unspaced();
}
