using AssistPortal.Assist.Orders;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>
/// The list of orders, an order with what can be done to it, and the keys of those who work there all day.
/// </summary>
public sealed class OrderDeskPageTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Coordinator = "coordinator@demo.example";

    [Theory]
    [InlineData("zh-Hant", "light", 375)]
    [InlineData("en", "dark", 1280)]
    public async Task Orders_and_what_is_done_to_them(string language, string theme, int width)
    {
        using var host = Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var number =
            (await host.OrderAsync(changes: new(StringComparer.Ordinal) { ["Language"] = "de" })).RequestNumber();
        var path = $"/staff/orders/{number}";
        await VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff/orders?attention=any&sort=start");
                await visitor.CheckAsync("orders");
                await visitor.GoAsync("/staff/orders?q=nothing-like-that");
                await visitor.CheckAsync("orders-none");
                await visitor.GoAsync(path);
                await visitor.CheckAsync("order-desk");
                foreach (var act in new[] { "producer", "move", "sessions", "sessions/plan", "cancel" })
                {
                    await visitor.GoAsync($"{path}/{act}");
                    await visitor.CheckAsync($"order-{act.Replace('/', '-')}");
                }

                visitor.Expect(422);
                await visitor.At("#Reason").FillAsync(new string('x', 501));
                await visitor.PressAsync(".form button.btn-lg");
                await visitor.CheckAsync("order-cancel-errors");
            },
            Coordinator);
    }

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public async Task An_order_is_edited_and_what_changes_is_shown_before(string language, string theme, int width)
    {
        using var host = Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var path = $"/staff/orders/{(await host.OrderAsync()).RequestNumber()}";
        await VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync($"{path}/edit");
                await visitor.CheckAsync("order-edit");
                await visitor.At("#DurationMinutes").SelectOptionAsync("120");
                await visitor.At("#Email").FillAsync("mended@customer.example");
                await visitor.At("#MessageToCustomer").FillAsync("You asked for another hour.");
                await visitor.PressAsync("#step-form button.btn-lg");
                await Assertions.Expect(visitor.At("#forecast")).ToContainTextAsync("mended@customer.example");
                await visitor.CheckAsync("order-edit-forecast");
                await visitor.PressAsync("#forecast button");
                await Assertions.Expect(visitor.At(".notice--success")).ToContainTextAsync("mended@customer.example");
                await visitor.CheckAsync("order-edited");
            },
            Coordinator);
    }

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public async Task Completing_is_looked_at_before_it_is_done_and_can_be_taken_back(
        string language, string theme, int width)
    {
        using var host = Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var number = (await host.OrderAsync()).RequestNumber();
        var yesterday = Portal.Clock.GetCurrentInstant() - Duration.FromDays(1);
        await Portal.InDatabaseAsync(db => db.Set<Order>()
            .Where(order => order.Number == number.Compact)
            .ExecuteUpdateAsync(set => set.SetProperty(order => order.Time.Start, yesterday)));
        await VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync($"/staff/orders/{number}/complete");
                await visitor.At("#Attended").FillAsync("500");
                await visitor.PressAsync("#step-form button.btn-lg");
                await Assertions.Expect(visitor.At("#more-attended")).ToBeVisibleAsync();
                await visitor.CheckAsync("order-complete-preview");
                await visitor.PressAsync("#preview button");
                await Assertions.Expect(visitor.At(".notice--success")).ToBeVisibleAsync();
                await visitor.GoAsync($"/staff/orders/{number}/reopen");
                await visitor.CheckAsync("order-reopen");
                await visitor.At("#Reason").FillAsync("The event goes on next week.");
                await visitor.PressAsync(".form button.btn-lg");
                await Assertions.Expect(visitor.At(".notice--success")).ToBeVisibleAsync();
            },
            Coordinator);
    }

    [Fact]
    public Task Keys_lead_through_the_staff_area_and_can_be_switched_off() =>
        VisitAsHostAsync(
            new Look("en", "light", 1280),
            async visitor =>
            {
                await visitor.GoAsync("/staff/mail");
                await visitor.Page.Keyboard.PressAsync("?");
                await Assertions.Expect(visitor.At("#shortcuts")).ToBeVisibleAsync();
                await visitor.CheckAsync("shortcuts");
                await visitor.Page.Keyboard.PressAsync("Escape");
                await visitor.Page.Keyboard.PressAsync("g");
                await visitor.ArriveAsync(() => visitor.Page.Keyboard.PressAsync("o"));
                await Assertions.Expect(visitor.At("#orders-title")).ToBeVisibleAsync();
                await visitor.Page.Keyboard.PressAsync("j");
                await visitor.Page.Keyboard.PressAsync("j");
                await Assertions.Expect(visitor.At("tbody tr:nth-child(2) th a")).ToBeFocusedAsync();
                await visitor.Page.Keyboard.PressAsync("/");
                await Assertions.Expect(visitor.At("#Q")).ToBeFocusedAsync();
                await visitor.Page.Keyboard.PressAsync("?");
                await Assertions.Expect(visitor.At("#shortcuts")).ToBeHiddenAsync();

                await visitor.At("h1").ClickAsync();
                await visitor.Page.Keyboard.PressAsync("?");
                await visitor.At("#shortcuts-on").UncheckAsync();
                await visitor.Page.Keyboard.PressAsync("Escape");
                await visitor.Page.Keyboard.PressAsync("?");
                await Assertions.Expect(visitor.At("#shortcuts")).ToBeHiddenAsync();

                await visitor.Page.Keyboard.PressAsync("Control+k");
                await visitor.Page.Keyboard.TypeAsync("invoices");
                await Assertions.Expect(visitor.At("#find [aria-selected=true]")).ToHaveAttributeAsync(
                    "data-href", "/staff/invoices");
                await visitor.CheckAsync("find-dialog");
                await visitor.ArriveAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));
                Assert.EndsWith("/staff/invoices", visitor.Page.Url, StringComparison.Ordinal);

                await visitor.Page.Keyboard.PressAsync("Control+k");
                await Assertions.Expect(visitor.At("#find [aria-selected=true]")).ToBeVisibleAsync();
                await visitor.Page.Keyboard.TypeAsync("producers");
                await visitor.ArriveAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));
                Assert.EndsWith("/staff/producers", visitor.Page.Url, StringComparison.Ordinal);
                await visitor.GoAsync("/staff/find?q=hannah");
                await visitor.CheckAsync("find");
            },
            Coordinator);
}
