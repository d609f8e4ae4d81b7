using AssistPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>The desk on one screen: views above the list, and an order beside it.</summary>
public sealed class OneScreenTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Coordinator = "coordinator@demo.example";

    [Theory]
    [InlineData("en", "light", 1440)]
    [InlineData("zh-Hant", "dark", 375)]
    public Task A_filter_is_saved_and_its_orders_are_gone_through_one_beside_the_list(
        string language, string theme, int width) => VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                var isWide = width > 1280;
                await visitor.GoAsync("/staff/orders?status=open&sort=start");
                if (!isWide)
                {
                    await Assertions.Expect(visitor.At("#Site")).ToBeHiddenAsync();
                    await visitor.At(".filter-fold summary").ClickAsync();
                }

                await Assertions.Expect(visitor.At("#Site")).ToBeVisibleAsync();
                await visitor.At(".save-view summary").ClickAsync();
                await visitor.At("#Name").FillAsync("Open");
                await visitor.CheckAsync("orders-save-view");
                await visitor.PressAsync(".save-view button");
                await Assertions.Expect(visitor.At("#own-views [aria-current]")).ToContainTextAsync("Open");
                await visitor.GoAsync("/staff/orders/views");
                await visitor.CheckAsync("orders-views");
                await visitor.PressAsync("[data-rows] th a");

                await visitor.PressAsync("[data-rows] tbody tr:nth-child(2) th a");
                await visitor.CheckAsync("order-beside");
                var pane = visitor.At("#orders-beside");
                if (!isWide)
                {
                    await Assertions.Expect(pane).ToBeHiddenAsync();
                    return;
                }

                await Assertions.Expect(pane).ToBeVisibleAsync();
                await visitor.Page.Keyboard.PressAsync("j");
                await visitor.ArriveAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));
                await Assertions.Expect(visitor.At("#orders-beside li:nth-child(3) a[aria-current=page]"))
                    .ToBeVisibleAsync();
                await visitor.PressAsync("#owner button[name=Owner]");
                await Assertions.Expect(visitor.At(".notice--success")).ToBeVisibleAsync();
                await Assertions.Expect(visitor.At("#orders-beside li:nth-child(3) a[aria-current=page]"))
                    .ToBeVisibleAsync();
                await visitor.GoAsync("/staff/orders?sort=start");
                await visitor.PressAsync("[data-rows] tbody tr:last-child th a");
                await Assertions.Expect(visitor.At("#orders-beside li:last-child a[aria-current=page]"))
                    .ToBeInViewportAsync();
            },
            Coordinator);
}
