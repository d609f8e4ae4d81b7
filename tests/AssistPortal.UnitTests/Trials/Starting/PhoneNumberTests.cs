using AssistPortal.Trials.Starting;

namespace AssistPortal.UnitTests.Trials.Starting;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+1 (212) 555-0100", "+12125550100")]
    [InlineData("0044 20 7946 0100", "+442079460100")]
    [InlineData("＋８８６ ２ ５５５０ ０１００", "+886255500100")]
    [InlineData(" +49.30/5550100 ", "+49305550100")]
    public void Numbers_are_read_as_people_write_them(string typed, string number) =>
        Assert.Equal(number, PhoneNumbers.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("212 555 0100")]
    [InlineData("+1 212")]
    [InlineData("+0 212 555 0100")]
    [InlineData("+1234567890123456")]
    [InlineData("+1 212 555 01OO")]
    public void What_has_no_country_code_or_is_no_number_is_none(string? typed) =>
        Assert.Null(PhoneNumbers.Read(typed));
}
