using AssistPortal.Web.Shared;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class PhoneLinkTests
{
    [Theory]
    [InlineData("+1 (212) 555-0142", "tel:+12125550142")]
    [InlineData("02 2345 6789 #12", "tel:0223456789;ext=12")] // J14
    [InlineData("02 2345 6789 ext. 123", "tel:0223456789;ext=123")] // J14
    [InlineData("02 2345 6789 分機 12", "tel:0223456789;ext=12")] // J14
    [InlineData("+1 212 555 0142x7", "tel:+12125550142;ext=7")]
    public void An_extension_is_dialled_behind_the_number(string phone, string address) =>
        Assert.Equal(address, PhoneLink.Of(phone));
}
