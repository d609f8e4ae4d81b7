using System.Globalization;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Texts;
using AssistPortal.UnitTests.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AssistPortal.UnitTests.Data.Texts;

public sealed class KeptTextsTests
{
    private static readonly IStringLocalizer<AssistTexts> Kept = new ServiceCollection()
        .AddLogging()
        .AddKeptTexts()
        .BuildServiceProvider()
        .GetRequiredService<IStringLocalizer<AssistTexts>>();

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void Words_are_those_of_the_language_that_is_asked_for_each_time(string language)
    {
        var plain = Localizers.Of<AssistTexts>();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var all = plain.GetAllStrings(includeParentCultures: true).ToList();
        Assert.NotEmpty(all);
        foreach (var _ in new[] { "first", "kept" })
        {
            Assert.Equal(all.Select(text => text.Value), all.Select(text => Kept[text.Name].Value));
            Assert.Equal(plain["Length.Both", "1", 1234.5].Value, Kept["Length.Both", "1", 1234.5].Value);
        }

        Assert.Same(Kept["Word.Site"], Kept["Word.Site"]);
        Assert.Equal(all.Count, Kept.GetAllStrings(includeParentCultures: true).Count());
    }

    [Theory]
    [InlineData("zh-Hant", "王小明", "改由王小明接手。")]
    [InlineData("zh-Hant", "\u2068王小明\u2069", "改由\u2068王小明\u2069接手。")]
    [InlineData("zh-Hant", "Yi-chun Chen 陳怡君", "改由 Yi-chun Chen 陳怡君接手。")]
    [InlineData("zh-Hant", "Olivia Carter", "改由 Olivia Carter 接手。")]
    [InlineData("zh-Hans", "王小明", "由王小明接手。")]
    [InlineData("en", "王小明", "at the new time. 王小明 takes over.")]
    public void A_space_parts_Chinese_from_Latin_and_never_from_Chinese(string language, string name, string end)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.EndsWith(end, Kept["Updated.OtherProducer", name].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_without_words_is_given_back_and_never_kept()
    {
        Assert.Equal(("Nothing.Here", true), (Kept["Nothing.Here"].Value, Kept["Nothing.Here"].ResourceNotFound));
        Assert.NotSame(Kept["Nothing.Here"], Kept["Nothing.Here"]);
        Assert.Equal("Nothing.Here", Kept["Nothing.Here", 1].Value);
    }
}
