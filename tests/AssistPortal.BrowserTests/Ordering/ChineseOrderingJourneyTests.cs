using AssistPortal.BrowserTests.Browsing;

namespace AssistPortal.BrowserTests.Ordering;

public sealed class TraditionalChineseOrderingJourneyTests(PortalFixture fixture) : OrderingJourneyTests(fixture)
{
    [Fact]
    public Task An_order_in_traditional_Chinese() => OrderAsync(new Look("zh-Hant", "light", 375));
}

public sealed class SimplifiedChineseOrderingJourneyTests(PortalFixture fixture) : OrderingJourneyTests(fixture)
{
    [Fact]
    public Task An_order_in_simplified_Chinese() => OrderAsync(new Look("zh-Hans", "dark", 1280));
}
