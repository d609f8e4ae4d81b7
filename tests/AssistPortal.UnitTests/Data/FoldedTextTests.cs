using AssistPortal.Data;

namespace AssistPortal.UnitTests.Data;

/// <summary>D11: how texts are searched.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Café", "CAFE")]
    [InlineData("Größenwahn", "GROSSENWAHN")]
    [InlineData("Tom’s", "TOM'S")]
    [InlineData("Ｔｏｍ＇ｓ", "TOM'S")]
    [InlineData("well‑known", "WELL-KNOWN")]
    [InlineData("ｶﾞ１２３", "ガ123")]
    [InlineData("Søren Łukasz", "SOREN LUKASZ")]
    [InlineData("서울", "서울")]
    [InlineData("a\u200Bb", "AB")]
    public void Case_width_accents_and_kinds_of_signs_do_not_count(string text, string folded) =>
        Assert.Equal(FoldedText.Of(folded), FoldedText.Of(text));

    [Theory]
    [InlineData("+1 (212) 555-0100", "12125550100")]
    [InlineData("+44 (0)20 7946 0958", "442079460958")]
    [InlineData("０２-2345-6789 分機 12", "022345678912")]
    public void Of_a_phone_number_the_digits_count(string phone, string digits) =>
        Assert.Equal(digits, FoldedText.DigitsOf(phone));

    [Theory]
    [InlineData("Miller (212) 555-0100", "MILLER=MILLER", "(212)=212", "555-0100=5550100")]
    [InlineData("+1 (212) 555-0100", "+1=12125550100", "(212)=12125550100", "555-0100=12125550100")]
    [InlineData("01 23 45 67 89", "123456789=123456789")]
    [InlineData("020 7946 0958", "020=2079460958", "7946=2079460958", "0958=2079460958")]
    [InlineData("plan 2027-3 2027-3", "PLAN=PLAN", "2027-3=20273")]
    [InlineData("x #", "X=X", "#=#")]
    [InlineData("X1 9-5 #2 X100", "X1=X1", "9-5=9-5", "#2=#2", "X100=X100")]
    [InlineData(" \u0000 ")]
    public void Words_are_looked_for_and_numbers_by_their_digits_too(string typed, params string[] words) =>
        Assert.Equal(words, FoldedText.WordsOf(typed).Select(word => $"{word.Text}={word.Other}"));

    [Fact]
    public void What_is_stored_is_cut_to_its_room() =>
        Assert.Equal("CAFE T", FoldedText.Of(6, "Café", "", "Tom’s"));
}
