using AssistPortal.Assist.Sites;
using AssistPortal.Data;

namespace AssistPortal.UnitTests.Data;

public sealed class GuardTests
{
    [Fact]
    public void What_is_right_comes_back()
    {
        Assert.Equal("", Guard.AtMost(3, ""));
        Assert.Equal("abc", Guard.Filled(3, "abc"));
        Assert.Equal([1, 3], new[] { Guard.Between(1, 3, 1), Guard.Between(1, 3, 3) });
        Assert.Equal("TWD", Guard.Currency("TWD"));
        Assert.Equal("Asia/Taipei", Guard.TimeZone("Asia/Taipei"));
        Assert.Equal(DirectoryKind.Webex, Guard.Named(DirectoryKind.Webex));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("abcd")]
    public void A_text_that_says_nothing_or_too_much_is_refused_under_its_name(string? name) =>
        Assert.Equal(nameof(name), Assert.ThrowsAny<ArgumentException>(() => Guard.Filled(3, name!)).ParamName);

    [Theory]
    [InlineData(null)]
    [InlineData("abcd")]
    public void A_text_that_may_be_empty_is_refused_when_it_is_none_or_too_long(string? name) =>
        Assert.Equal(nameof(name), Assert.ThrowsAny<ArgumentException>(() => Guard.AtMost(3, name!)).ParamName);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_number_outside_is_refused(int number) =>
        Assert.Equal(
            nameof(number), Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Between(1, 3, number)).ParamName);

    [Fact]
    public void What_nobody_knows_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Guard.Currency("usd"));
        Assert.Throws<ArgumentException>(() => Guard.Currency("XXX"));
        Assert.Throws<ArgumentException>(() => Guard.TimeZone("Nowhere/Land"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Named((DirectoryKind)99));
    }
}
