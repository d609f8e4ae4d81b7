using AssistPortal.BrowserTests.Browsing;

namespace AssistPortal.BrowserTests.Ordering;

public sealed class TraditionalChineseOrderingJourneyTests(PortalFixture fixture) : OrderingJourneyTests(fixture)
{
    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 375)]
    public Task An_order_in_traditional_Chinese(string theme, int width) => OrderAsync(new Look("zh-Hant", theme, width));

    [Fact]
    public Task An_order_in_traditional_Chinese_without_script() => OrderAsync(new Look("zh-Hant", "dark", 375) { Script = false });
}

public sealed class SimplifiedChineseOrderingJourneyTests(PortalFixture fixture) : OrderingJourneyTests(fixture)
{
    [Theory]
    [InlineData("light", 375)]
    [InlineData("dark", 1280)]
    public Task An_order_in_simplified_Chinese(string theme, int width) => OrderAsync(new Look("zh-Hans", theme, width));

    [Fact]
    public Task An_order_in_simplified_Chinese_without_script() => OrderAsync(new Look("zh-Hans", "light", 375) { Script = false });
}
