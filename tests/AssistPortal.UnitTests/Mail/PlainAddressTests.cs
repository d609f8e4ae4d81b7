using AssistPortal.Mail;

namespace AssistPortal.UnitTests.Mail;

public sealed class PlainAddressTests
{
    [Theory]
    [InlineData("mei@portal.example")]
    [InlineData("mei.lin+order@portal.example")]
    [InlineData("mei@münchen.example")]
    [InlineData("mei@portal.example.")]
    public void One_address_is_one(string text) => Assert.True(PlainAddress.TryParse(text, out _));

    [Theory]
    [InlineData("mei@portal.example\r\nBcc: all@portal.example")]
    [InlineData("mei@portal.example\nBcc: all@portal.example")]
    [InlineData("\"mei\r\nBcc: all@portal.example\"@portal.example")]
    [InlineData("\"mei\0\"@portal.example")]
    [InlineData("mei@portal.example\u0085")]
    [InlineData("mei@portal.example, all@portal.example")]
    [InlineData("Mei <mei@portal.example>")]
    [InlineData("mei@portal.example (Mei)")]
    [InlineData("mei")]
    [InlineData("")]
    [InlineData(null)]
    public void What_holds_more_or_begins_another_header_is_none(string? text) =>
        Assert.False(PlainAddress.TryParse(text, out _));
}
