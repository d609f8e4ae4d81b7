using AssistPortal.Mail.Queue;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Mail.Queue;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("Plain", "Plain")]
    [InlineData("A\r\nBcc: x@y.example", "A Bcc: x@y.example")]
    [InlineData("A\rB\nC\0D\tE\u0085F\u2028G", "A B C D E F G")]
    [InlineData("  around \r\n", "around")]
    [InlineData("會議 🎉 👩‍👩‍👧‍👦 שלום", "會議 🎉 👩‍👩‍👧‍👦 שלום")]
    [InlineData("turned \u202Egpj.exe\u2066", "turned gpj.exe")]
    [InlineData("=?utf-8?B?DQo=?=", "= ?utf-8?B?DQo= ?=")]
    public void Only_what_does_harm_is_changed(string given, string expected) =>
        Assert.Equal(expected, HeaderText.Clean(given));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("a\uFFFDb", HeaderText.Clean("a\uD83Cb"));

    [Fact]
    public void Too_long_a_text_is_cut_between_characters()
    {
        var cut = HeaderText.Clean("x" + string.Concat(Enumerable.Repeat("🎉", 500)));

        Assert.InRange(cut.Length, HeaderText.MaxLength - 2, HeaderText.MaxLength);
        Assert.EndsWith("🎉…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_comes_in_is_one_short_printable_line_and_cleaning_again_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            var clean = HeaderText.Clean(text);
            return !clean.Any(char.IsControl)
                && !clean.Contains("=?", StringComparison.Ordinal)
                && clean.Length <= HeaderText.MaxLength
                && string.Equals(HeaderText.Clean(clean), clean, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
}
