using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Managing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;

namespace AssistPortal.BrowserTests.Managing;

/// <summary>
/// A customer without an account updates an order and then cancels it, through every page and its errors.
/// </summary>
public sealed class ManagingJourneyTests(PortalFixture fixture) : BrowserTest(fixture), IAsyncLifetime
{
    private const string Site = "https://northwind.meetings.example/";

    /// <summary>From 10:00 to 19:00 in New York: some of that day is left to choose from.</summary>
    private static readonly Interval Away = new(
        Instant.FromUtc(2027, 2, 10, 15, 0), Instant.FromUtc(2027, 2, 11, 0, 0));

    /// <summary>All producers are away then.</summary>
    public Task InitializeAsync() => Portal.InDatabaseAsync(async db =>
    {
        var producers = await db.Set<Producer>().Include(producer => producer.TimeOff).ToListAsync();
        producers.ForEach(producer => producer.TakeOff(TimeOffDetails.Exact(Away)));
        await db.SaveChangesAsync();
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("en", "dark", 375, false)]
    [InlineData("zh-Hant", "light", 375, true)]
    [InlineData("zh-Hans", "dark", 1280, true)]
    public async Task An_order_is_found_updated_and_cancelled(string language, string theme, int width, bool script)
    {
        var order = await Portal.PlaceAsync(email: $"{language}-{theme}@customer.example", language: language);
        await VisitAsync(new Look(language, theme, width) { Script = script }, async visitor =>
        {
            // The site's own pages are somebody else's.
            await visitor.Profile.RouteAsync(
                $"{Site}**", route => route.FulfillAsync(new RouteFulfillOptions { Body = "The site" }));
            await SearchAsync(visitor, order);
            await ChooseTimeAsync(visitor);
            await AnswerAsync(visitor);
            await CancelAsync(visitor, order);
        });
    }

    [Fact]
    public async Task The_mailed_link_opens_the_order()
    {
        var order = await Portal.PlaceAsync();
        var mail = await Portal.MailAboutAsync($"{order.Id}");
        var link = mail.Text!.Split().Single(word => word.Contains("/assist/manage/open", StringComparison.Ordinal));
        await VisitAsync(new Look("en", "light", 375), async visitor =>
        {
            await visitor.GoAsync(new Uri(link).PathAndQuery);
            await visitor.CheckAsync("manage-link");
            await visitor.PressAsync("main form button");
            await Assertions.Expect(visitor.At("h1")).ToContainTextAsync(order.RequestNumber.ToString());
            await visitor.GoAsync("/assist/manage/open?token=none");
            await visitor.PressAsync("main form button");
            await visitor.CheckAsync("manage-link-ended");
        });
    }

    private static async Task SearchAsync(Visitor visitor, Order order)
    {
        await visitor.GoAsync("/assist/manage");
        await visitor.At("#RequestNumber").FillAsync(order.RequestNumber.ToString());
        await visitor.At("#Email").FillAsync("wrong@customer.example");
        await visitor.PressAsync("main form button");
        await Assertions.Expect(visitor.At("#RequestNumber-error")).ToContainTextAsync(Say(visitor, "Search.NotFound"));
        await visitor.CheckAsync("manage-1-search-error");
        await visitor.At("#Email").FillAsync(order.Contact.Email);
        await visitor.PressAsync("main form button");
        await Assertions.Expect(visitor.At("h1")).ToContainTextAsync(order.RequestNumber.ToString());
        await visitor.CheckAsync("manage-2-order");
    }

    private static async Task ChooseTimeAsync(Visitor visitor)
    {
        await visitor.PressAsync("button[name=update]");
        await visitor.At("#StartDate").FillAsync("2027-02-10");
        await visitor.At("#StartTime").FillAsync("12:00");
        await visitor.PressAsync("#step-form button[data-busy]");
        await Assertions.Expect(visitor.At("button[name=Alternative]")).ToHaveCountAsync(3);
        await visitor.CheckAsync("manage-3-nobody-free");
        if (visitor.Look.Script)
        {
            // A click in the picture fills the fields.
            var pick = visitor.At("button[name=Pick]").First;
            var date = (await pick.GetAttributeAsync("value"))!.Split('T')[0];
            await pick.ClickAsync();
            await Assertions.Expect(visitor.At("#StartDate")).ToHaveValueAsync(date);
        }

        await visitor.PressAsync(visitor.At("button[name=Alternative]").First);
    }

    private static async Task AnswerAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor.At("#UpdateNow")).ToBeHiddenAsync();
        await visitor.At("input[name=ScheduleUpdated][value=no]").CheckAsync();
        await Assertions.Expect(visitor.At("#UpdateNow")).ToBeVisibleAsync();
        await visitor.PressAsync("#step-form button[data-busy]");
        await visitor.CheckAsync("manage-4-meeting-error");
        await visitor.At("input[name=UpdateNow][value=yes]").CheckAsync();
        var window = visitor.Look.Script ? visitor.Profile.WaitForPageAsync() : null;
        await visitor.PressAsync("#step-form button[data-busy]");
        if (window is not null)
        {
            var opened = await window;
            Assert.Equal(Site, opened.Url);
            await opened.CloseAsync();
        }

        await Assertions.Expect(visitor.At("#updated")).ToHaveTextAsync(Say(visitor, "Updated"));
        await Assertions.Expect(visitor.At("main a[target=_blank]")).ToHaveAttributeAsync("href", Site);
        await visitor.CheckAsync("manage-5-confirmation");
    }

    private static async Task CancelAsync(Visitor visitor, Order order)
    {
        await visitor.GoAsync($"/assist/manage/{order.RequestNumber}/availability");
        await visitor.PressAsync("form[action$='/cancel'] button");
        await visitor.CheckAsync("manage-6-cancel");
        await visitor.PressAsync("button[name=Confirm][value=no]");
        await visitor.PressAsync("form[action$='/cancel'] button");
        await visitor.PressAsync("button[name=Confirm][value=yes]");
        await Assertions.Expect(visitor.At(".notice--success")).ToContainTextAsync(Say(visitor, "Notice.Cancelled"));
        await visitor.CheckAsync("manage-7-cancelled");
        await visitor.GoAsync($"/assist/manage/{order.RequestNumber}/availability");
        await Assertions.Expect(visitor.At("main form")).ToHaveCountAsync(0);
        await visitor.CheckAsync("manage-8-cancelled-order");
    }

    private static string Say(Visitor visitor, string key) => Words.Of<ManagingTexts>(visitor.Look.Language, key);
}
