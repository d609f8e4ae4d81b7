using System.Text.RegularExpressions;
using AssistPortal.Web.Shared.Http;

namespace AssistPortal.UnitTests.Texts;

public sealed partial class ResourceFileTests
{
    /// <summary>Names that are the same in every language.</summary>
    private static readonly string[] SameEverywhere = ["AssistPortal", "Webex"];

    [Fact]
    public void Every_language_of_the_portal_is_looked_at()
    {
        Assert.Equal(Languages.All.Select(culture => culture.Name), ResourceFile.Languages);
        Assert.True(ResourceFile.All.Count >= 9, "Resource files are found.");
    }

    [Fact]
    public void Every_key_stands_once_in_every_language() => Assert.Empty(
        from file in ResourceFile.All
        from key in file.Entries.Select(entry => entry.Key).Distinct(StringComparer.Ordinal)
        from language in ResourceFile.Languages
        let count = file.In(language).Count(entry => entry.Key == key)
        where count != 1
        select $"{file.Path}: {key} stands {count} times in {language}");

    [Fact]
    public void No_text_is_empty_or_has_spaces_around_it() => Assert.Empty(
        ResourceFile.Everything.Where(entry => entry.Text.Trim().Length == 0
            || (entry.Text != entry.Text.Trim() && !entry.Key.EndsWith("Separator", StringComparison.Ordinal)))
            .Select(entry => $"{entry}"));

    [Fact]
    public void Translations_fill_in_the_same_values() => Assert.Empty(
        from file in ResourceFile.All
        from entry in file.Entries
        let english = file.Find(entry.Key, ResourceFile.English) ?? ""
        where !Placeholders(entry.Text).SetEquals(Placeholders(english))
        select $"{entry} instead of {english}");

    [Fact]
    public void Placeholders_are_counted_without_gaps_and_can_be_filled() =>
        Assert.All(ResourceFile.Everything, entry =>
        {
            var numbers = Placeholders(entry.Text);
            Assert.True(numbers.SetEquals(Enumerable.Range(0, numbers.Count)), entry.ToString());
            Assert.Null(
                Record.Exception(() => string.Format(null, entry.Text, [.. numbers.Select(number => (object)number)])));
        });

    [Fact]
    public void Chinese_differs_from_English_wherever_there_are_letters() => Assert.Empty(
        from file in ResourceFile.All
        from entry in file.Entries
        where entry.IsChinese
        let english = file.Find(entry.Key, ResourceFile.English)
        where entry.Text == english && Placeholder().Replace(english, "").Any(char.IsLetter)
            && !SameEverywhere.Contains(english, StringComparer.Ordinal)
        select entry);

    [Fact]
    public void Chinese_texts_hold_Chinese() => Assert.Empty(
        from file in ResourceFile.All
        from entry in file.Entries
        where entry.IsChinese
        let english = file.Find(entry.Key, ResourceFile.English) ?? ""
        where Placeholder().Replace(english, "").Any(char.IsLetter) && !entry.Text.Any(ChineseScript.IsHan)
            && !SameEverywhere.Contains(entry.Text, StringComparer.Ordinal)
        select entry);

    [Fact]
    public void English_holds_no_Chinese() =>
        Assert.DoesNotContain(
            ResourceFile.Everything, entry => !entry.IsChinese && entry.Text.Any(ChineseScript.IsHan));

    [Fact]
    public void A_sentence_ends_in_every_language_as_it_does_in_English() => Assert.Empty(
        from file in ResourceFile.All
        from entry in file.Entries
        where entry.IsChinese
        let english = file.Find(entry.Key, ResourceFile.English) ?? ""
        where EndOf(english) is { } end && !entry.Text.EndsWith(end)
        select $"{entry} instead of {english}");

    /// <summary>
    /// The Chinese sign for the English one at the end of a sentence; a link or an example may end with a dot too.
    /// </summary>
    private static char? EndOf(string english) => english[^1] switch
    {
        '.' => '。',
        '?' => '？',
        ':' => '：',
        _ => null,
    };

    private static HashSet<int> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => int.Parse(match.Groups["number"].ValueSpan, null))];

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholder();
}
