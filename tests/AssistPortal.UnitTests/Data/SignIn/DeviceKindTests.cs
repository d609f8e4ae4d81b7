using AssistPortal.Data.SignIn;

namespace AssistPortal.UnitTests.Data.SignIn;

public sealed class DeviceKindTests
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0",
        "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox", "Linux")]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 16; Pixel) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36",
        "Chrome", "Android")]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1 Version/26.0 Mobile Safari/604.1",
        "Safari", "iPhone")]
    [InlineData("curl/8.0", "", "")]
    [InlineData(null, "", "")]
    public void Browser_and_system_are_read_from_what_a_browser_says(string? said, string browser, string platform) =>
        Assert.Equal(new DeviceKind(browser, platform), DeviceKind.Of(said));
}
