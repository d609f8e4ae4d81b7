using AssistPortal.Assist.Orders;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Errors;
using AssistPortal.Web.Features.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime.Text;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>The pages around ordering, in each language and theme.</summary>
public sealed class PageTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string WithoutOrders = "daniel.okafor@northwind.example";
    private const string Coordinator = "coordinator@demo.example";
    private const string Partner = "partner@demo.example";

    [Theory]
    [InlineData("en", "light", 1280)]
    [InlineData("zh-Hant", "light", 375)]
    [InlineData("zh-Hans", "dark", 375)]
    public Task Pages_for_everybody(string language, string theme, int width) =>
        VisitAsync(new Look(language, theme, width), async visitor =>
        {
            await visitor.GoAsync("/");
            await visitor.CheckAsync("home");
            await AssertStaysReadableAsync(visitor.At("main a.btn-primary").First);
            await visitor.GoAsync("/account/sign-in");
            await visitor.CheckAsync("sign-in");
            await visitor.GoAsync("/account/forgotten");
            await visitor.CheckAsync("forgotten");
            await visitor.GoAsync("/assist/manage");
            await visitor.CheckAsync("manage");
            await visitor.GoAsync("/assist/manage/links");
            await visitor.CheckAsync("links");
            await visitor.GoAsync("/account/signed-out");
            await visitor.CheckAsync("signed-out");
            await AssertErrorPageAsync(visitor, "/no-such-page", 404);
        });

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task Pages_of_a_host(string language, string theme, int width) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            await visitor.CheckAsync("resources");
            await visitor.GoAsync("/assist");
            await visitor.CheckAsync("assist");
            await visitor.GoAsync("/assist/meetings");
            await visitor.CheckAsync("meetings");
            await visitor.GoAsync("/assist/compare");
            await visitor.CheckAsync("compare");
            await visitor.GoAsync("/resources");
            await visitor.PressAsync(visitor.At(".order-card__body a").First);
            await visitor.CheckAsync("order");
            await visitor.PressAsync("main a[href$='/print']");
            await visitor.CheckAsync("print");
            await visitor.GoAsync("/account");
            await visitor.CheckAsync("account");
            await visitor.GoAsync("/account/second-factor");
            await visitor.CheckAsync("authenticator");
        });

    [Theory]
    [InlineData("zh-Hant", "light", 375)]
    [InlineData("en", "dark", 1280)]
    public Task History_and_invoices(string language, string theme, int width) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            await visitor.GoAsync("/resources/history");
            await visitor.CheckAsync("history");
            await visitor.GoAsync("/resources/history?q=nothing");
            await visitor.CheckAsync("history-nothing");
            visitor.Expect(422);
            await visitor.GoAsync("/resources/history?from=2027-01-02&to=2027-01-01");
            await visitor.CheckAsync("history-error");
            await visitor.GoAsync("/resources/history?q=winter");
            await visitor.PressAsync("tbody th a");
            await visitor.CheckAsync("order-completed");
            await visitor.PressAsync("#next a[href*='/invoices/']");
            await visitor.CheckAsync("invoice-of-order");
            await visitor.GoAsync("/resources/invoices");
            await visitor.CheckAsync("invoices");
            await visitor.PressAsync("tbody tr:last-child th a");
            await visitor.CheckAsync("invoice");
            await visitor.PressAsync("main a[href$='/print']");
            await visitor.CheckAsync("invoice-print");
        });

    [Theory]
    [InlineData("zh-Hans", "dark", 375)]
    [InlineData("en", "light", 1280)]
    public Task Invoices_of_staff(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff/invoices");
                await visitor.CheckAsync("staff-invoices");
                await visitor.PressAsync("tbody tr:last-child th a");
                await visitor.CheckAsync("staff-invoice");
                await visitor.PressAsync("main a[href$='/credit']");
                await visitor.CheckAsync("staff-invoice-credit");
                visitor.Expect(422);
                await visitor.PressAsync("#step-form .btn-lg");
                await visitor.CheckAsync("staff-invoice-credit-error");
                await visitor.GoAsync("/staff/invoices?kind=credit");
                await visitor.PressAsync("tbody th a");
                await visitor.CheckAsync("credit-note");
            },
            Coordinator);

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task My_Resources_without_orders_says_what_to_do(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await Assertions.Expect(visitor.At(".empty-state"))
                    .ToContainTextAsync(Words.Of<ResourcesTexts>(language, "Coming.None"));
                await visitor.CheckAsync("resources-empty");
            },
            WithoutOrders);

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task Pages_of_somebody_without_a_role_here(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.CheckAsync("home-signed-in");
                await AssertErrorPageAsync(visitor, "/resources", 404);
            },
            Partner);

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task The_schedule(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                var date = await Portal.InDatabaseAsync(async db =>
                {
                    var coming = await db.Set<Order>().OrderByDescending(order => order.Time.Start).FirstAsync();
                    return LocalDatePattern.Iso.Format(coming.Time.Start.InUtc().Date);
                });
                await visitor.CheckAsync("schedule-today");
                await visitor.GoAsync($"/staff/schedule?date={date}");
                await visitor.CheckAsync("schedule-day");
                await visitor.PressAsync(".switch a[href*='view=week']");
                await visitor.CheckAsync("schedule-week");
                await visitor.PressAsync(visitor.At(".schedule-words__pick").First);
                await visitor.CheckAsync("schedule-picked");
                await visitor.GoAsync("/staff/schedule?date=2027-11-07&zone=America/New_York");
                await visitor.CheckAsync("schedule-clock-change");
                await visitor.GoAsync("/staff/schedule?q=nobody");
                await visitor.CheckAsync("schedule-nobody");
                visitor.Expect(422);
                await visitor.GoAsync("/staff/schedule?date=2150-01-01");
                await visitor.CheckAsync("schedule-error");
            },
            Coordinator);

    [Fact]
    public Task Somebody_elses_order_is_not_here() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var number = await Portal.InDatabaseAsync(async db =>
        {
            var others = await db.Set<Order>().Where(order => order.Contact.Email != Journeys.Host).FirstAsync();
            return others.RequestNumber.ToString();
        });
        await AssertErrorPageAsync(visitor, $"/resources/orders/{number}", 404);
    });

    internal static async Task AssertErrorPageAsync(Visitor visitor, string path, int status)
    {
        visitor.Expect(status);
        await visitor.GoAsync(path);
        await Assertions.Expect(visitor.At("h1"))
            .ToHaveTextAsync(Words.Of<ErrorsTexts>(visitor.Look.Language, $"Error.{status}.Title"));
        await visitor.CheckAsync($"error-{status}");
    }

    /// <summary>A link that is a button keeps the colour of its words under the pointer.</summary>
    private static async Task AssertStaysReadableAsync(ILocator button)
    {
        var colour = await button.EvaluateAsync<string>("element => getComputedStyle(element).color");
        await button.HoverAsync();
        await Assertions.Expect(button).ToHaveCSSAsync("color", colour);
    }
}
