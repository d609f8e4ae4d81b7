using AssistPortal.BrowserTests.Browsing;
using AssistPortal.BrowserTests.Ordering;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

public sealed class PageWeightTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const int Kilobyte = 1024;

    [Fact]
    public Task Step_one_weighs_at_most_80_KB_and_10_KB_the_second_time() =>
        VisitAsHostAsync(Look.Plain, async visitor =>
        {
            await new Wizard(visitor).BeginAsync();
            var step = visitor.Path;
            var first = await WeighAsync(visitor, step, isFirst: true);
            var second = await WeighAsync(visitor, step, isFirst: false);
            Console.WriteLine(
                $"Step 1 weighs {first / 1024.0:F1} KB on the first visit, {second / 1024.0:F1} KB on the second.");
            Assert.InRange(first, 1, 80 * Kilobyte);
            Assert.InRange(second, 1, 10 * Kilobyte);
        });

    private static async Task<long> WeighAsync(Visitor visitor, string path, bool isFirst)
    {
        var session = await visitor.Profile.NewCDPSessionAsync(visitor.Page);
        var bytes = 0L;
        session.Event("Network.loadingFinished").OnEvent += (_, told) =>
            Interlocked.Add(ref bytes, (long)(told?.GetProperty("encodedDataLength").GetDouble() ?? 0));
        await session.SendAsync("Network.enable");
        if (isFirst)
        {
            await session.SendAsync("Network.clearBrowserCache");
        }

        await visitor.GoAsync(path);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await session.DetachAsync();
        return bytes;
    }
}
