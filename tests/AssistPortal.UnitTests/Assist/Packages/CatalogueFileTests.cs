using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Packages;

namespace AssistPortal.UnitTests.Assist.Packages;

public sealed partial class CatalogueFileTests
{
    private static readonly string[] Languages = ["en", "zh-Hans", "zh-Hant"];
    private static readonly string[] Codes = ["ec-premium", "ec-standard", "tc-premium", "mc-premium"];

    private readonly CatalogueFile catalogue = CatalogueFile.Read();

    [Fact]
    public void The_four_packages_say_what_the_specification_says()
    {
        Assert.Equal(Codes, catalogue.Packages.Select(package => package.Code), StringComparer.Ordinal);
        Assert.Equal(
            [ServedKind.Event, ServedKind.Event, ServedKind.TrainingSession, ServedKind.Meeting],
            catalogue.Packages.Select(package => package.Serves));
        Assert.Equal([false, true, true, true], catalogue.Packages.Select(package => package.ScheduledFirst));
        Assert.Equal([390, null, null, null], catalogue.Packages.Select(package => package.ProductionMinutes));
        Assert.All(catalogue.Packages, package => Assert.Equal((30, 15), (package.LeadMinutes, package.TrailMinutes)));
        Assert.All(catalogue.Packages, package => Assert.Equal(
            [new CatalogueTier(168, 0), new CatalogueTier(48, 50), new CatalogueTier(0, 100)], package.Cancellation));
    }

    [Theory]
    [InlineData("ec-premium", "Rehearsal RecordingEditing")]
    [InlineData("ec-standard", "Consultation Rehearsal RecordingEditing RegistrationManagement")]
    [InlineData("tc-premium", "Consultation Rehearsal RecordingEditing RegistrationManagement")]
    [InlineData("mc-premium", "Rehearsal")]
    public void Extras_are_priced_in_every_currency_with_one_and_a_half_hours_at_least(string code, string extras)
    {
        var rates = catalogue.Packages.Single(package => package.Code == code).Rates;

        Assert.Equal(
            ["CNY", "EUR", "JPY", "TWD", "USD"], rates.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(rates.Values, card =>
        {
            Assert.Equal(60, card.IncludedMinutes);
            Assert.Equal(extras.Split(' ').Select(Enum.Parse<ExtraKind>), card.Extras.Keys.Order());
            Assert.All(card.Extras.Values, extra => Assert.Equal(90, extra.MinimumMinutes));
        });
    }

    [Theory]
    [InlineData("EUR", 0.8, 1.1)]
    [InlineData("TWD", 28, 36)]
    [InlineData("CNY", 6.3, 8)]
    [InlineData("JPY", 1.2, 1.7)]
    public void Amounts_are_in_minor_units_of_their_currency(string currency, double least, double most)
    {
        foreach (var package in catalogue.Packages)
        {
            var (dollars, other) = (package.Rates["USD"], package.Rates[currency]);
            Assert.InRange((double)other.BaseFeeMinor / dollars.BaseFeeMinor, least, most);
            Assert.InRange((double)other.ExtraHourFeeMinor / dollars.ExtraHourFeeMinor, least, most);
            Assert.All(dollars.Extras, extra => Assert.InRange(
                (double)other.Extras[extra.Key].HourlyFeeMinor / extra.Value.HourlyFeeMinor, least, most));
        }
    }

    [Fact]
    public void Every_text_is_there_in_all_three_languages()
    {
        Assert.All(AllTexts(), texts =>
        {
            Assert.Equal(Languages, texts.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.All(texts.Values, text => Assert.True(text is { Name.Length: > 1, Description.Length: > 10 }));
        });
    }

    [Fact]
    public void No_language_repeats_the_text_of_another()
    {
        Assert.All(AllTexts(), texts =>
        {
            Assert.Equal(3, texts.Values.Select(text => text.Description).Distinct(StringComparer.Ordinal).Count());
            Assert.DoesNotContain(
                texts["en"].Name, new[] { texts["zh-Hant"].Name, texts["zh-Hans"].Name }, StringComparer.Ordinal);
        });
        Assert.All(Languages, language =>
            Assert.Distinct(AllTexts().Select(texts => texts[language].Name), StringComparer.Ordinal));
    }

    [Fact]
    public void English_is_plain_and_Chinese_is_Chinese()
    {
        Assert.All(AllTexts(), texts =>
        {
            Assert.DoesNotMatch(Han(), texts["en"].Name + texts["en"].Description);
            Assert.Matches(Han(), texts["zh-Hant"].Name);
            Assert.Matches(Han(), texts["zh-Hans"].Name);
            Assert.DoesNotMatch(OnlySimplified(), texts["zh-Hant"].Name + texts["zh-Hant"].Description);
            Assert.DoesNotMatch(OnlyTraditional(), texts["zh-Hans"].Name + texts["zh-Hans"].Description);
            Assert.DoesNotContain(texts["zh-Hant"].Description, character => character is ',' or ';' or ':');
            Assert.DoesNotContain(texts["zh-Hans"].Description, character => character is ',' or ';' or ':');
        });
    }

    [Fact]
    public void Every_row_of_the_comparison_has_a_cell_for_each_package()
    {
        Assert.All(catalogue.Comparison, row => Assert.Equal(Codes, row.Cells.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void The_comparison_says_what_the_specification_says()
    {
        const string ForAll = "Included Included Included Included";
        Assert.Equal(
            [
                ("Planning call", "Before", "Included Included Included NotApplicable"),
                ("Consultation", "Before", "Included OptionalHourly OptionalHourly NotApplicable"),
                ("Rehearsal", "Before", "Included Hourly Hourly Hourly"),
                ("Live production", "Live", ForAll),
                ("Hold music", "Live", ForAll),
                ("Polling coordinator", "Live", ForAll),
                ("Producer hosting", "Live", ForAll),
                ("Sharing content", "Live", ForAll),
                ("Prepared video", "Live", ForAll),
                ("Registration and attendance report", "After", "Included Included Included NotApplicable"),
                ("Recordings", "After", ForAll),
            ],
            catalogue.Comparison.Select(row => (
                row.Texts["en"].Name,
                row.Phase.ToString(),
                string.Join(' ', Codes.Select(code => row.Cells[code].Inclusion)))));
        Assert.All(catalogue.Comparison.SelectMany(row => row.Cells.Values), cell => Assert.Equal(
            cell.Inclusion is Inclusion.Hourly or Inclusion.OptionalHourly ? 90 : null, cell.MinimumMinutes));
    }

    [Theory]
    [InlineData("""{ "packages": [] }""")]
    [InlineData("""{ "packages": [], "comparison": null }""")]
    [InlineData("""{ "packages": [], "comparison": [], "more": [] }""")]
    [InlineData("""{ "packages": [], "comparison": [], "comparison": [] }""")]
    [InlineData("""{ "packages": [], "comparison": [{ "phase": 1, "texts": {}, "cells": {} }] }""")]
    public void A_mistake_in_the_file_is_an_error(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Assert.Throws<JsonException>(() => CatalogueFile.Read(stream));
    }

    private IEnumerable<IReadOnlyDictionary<string, CatalogueText>> AllTexts() =>
        catalogue.Packages.Select(package => package.Texts).Concat(catalogue.Comparison.Select(row => row.Texts));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex("[协务标训练议会动规划报权间时员频录设问题术应观众总开启响长给约删编辑结网类进关专业]", RegexOptions.None, 1000)]
    private static partial Regex OnlySimplified();

    [GeneratedRegex("[協務標訓練議會動規劃報權間時員頻錄設問題術應觀眾總開啟響長給約刪編輯結網類進關專業]", RegexOptions.None, 1000)]
    private static partial Regex OnlyTraditional();
}
