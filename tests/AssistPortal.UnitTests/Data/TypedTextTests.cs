using AssistPortal.Data;

namespace AssistPortal.UnitTests.Data;

public sealed class TypedTextTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    public static TheoryData<string, int> Lengths => new()
    {
        { "", 0 },
        { "abcdefgh", 0 },
        { "abcdefghi", 1 },
        { "題題題題題題題題", 0 },
        { $"abcdef{Family}", 0 },
        { $"abcdefgh{Family}{Family}", 2 },
        { "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 0 },

        // Two of eleven units each are all that 32 units hold.
        { $"{Family}{Family}{Family}", 1 },
        { $"{Family}{Family}abcdef{Family}", 1 },
        { "a" + new string('\u0301', 40) + "bc", 3 },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_text_of_eight_is_too_long_by_the_characters_that_have_to_go(string text, int excess)
    {
        Assert.Equal(excess, TypedText.Excess(text, 8));
        Assert.Equal(0, TypedText.Excess(TypedText.Cut(text, 8), 8));
        Assert.Equal(
            TypedText.Characters(text) - excess, TypedText.Characters(TypedText.Cut(text, 8)));
        Assert.StartsWith(TypedText.Cut(text, 8), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", 5, "abc")]
    [InlineData("abcdef", 5, "abcde")]
    [InlineData("ab" + Family, 12, "ab")]
    [InlineData("ab" + Family, 13, "ab" + Family)]
    [InlineData(Family, 4, "👨‍")]
    [InlineData("👨", 1, "")]
    public void Characters_are_cut_as_wholes_unless_the_first_alone_is_too_long(string text, int units, string cut) =>
        Assert.Equal(cut, TypedText.CutToUnits(text, units));

    [Fact]
    public void What_was_typed_is_guarded_by_the_same_count()
    {
        Assert.Equal($"abc{Family}", Guard.TypedFilled(4, $"abc{Family}"));
        Assert.Equal("", Guard.Typed(4, ""));
        Assert.Throws<ArgumentException>(() => Guard.Typed(4, $"abcd{Family}"));
        Assert.Throws<ArgumentException>(() => Guard.TypedFilled(4, " "));
        Assert.Throws<ArgumentNullException>(() => Guard.Typed(4, null!));
    }
}
