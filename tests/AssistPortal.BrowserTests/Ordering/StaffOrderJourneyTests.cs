using AssistPortal.Assist.Orders;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

/// <summary>A coordinator orders for somebody on the phone.</summary>
public sealed class StaffOrderJourneyTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Coordinator = "coordinator@demo.example";

    [Fact]
    public Task A_phone_order_is_placed_by_keyboard_alone_up_to_the_customers_mail() =>
        VisitAsHostAsync(
            Look.Plain,
            async visitor =>
            {
                var keyboard = new KeyboardUser(visitor);
                var wizard = new Wizard(visitor);
                await visitor.GoAsync("/staff/orders");
                await keyboard.TabToAsync("a[href='/staff/orders/new']");
                await keyboard.PressEnterAsync();
                await keyboard.TypeAsync("#SiteId", "North");
                await keyboard.TypeAsync("#PackageCode", "Event Center P");
                await keyboard.TypeAsync("#HostEmail", "caller@customer.example");
                await keyboard.TypeAsync("#OverrideReason", "They asked for this week.");
                await keyboard.PressEnterAsync();
                wizard.At("availability");

                await keyboard.TypeAsync("#FirstName", "Carla");
                await keyboard.TypeAsync("#LastName", "Caller");
                await keyboard.TypeAsync("#Phone", "+1 212 555 0188");
                await keyboard.TypeAsync("#Company", "Callers");
                await keyboard.TypeAsync("#StartDate", "12042026");
                await keyboard.TypeAsync("#StartTime", "1100AM");
                await keyboard.PressEnterAsync();
                wizard.At("meeting-lookup");

                await keyboard.TabToAsync("input[name=IsScheduled]");
                await visitor.Page.Keyboard.PressAsync("Space");
                await visitor.Page.Keyboard.PressAsync("ArrowDown");
                await keyboard.TabToAsync(Wizard.Next);
                await keyboard.PressEnterAsync();
                wizard.At("event-information");

                await keyboard.TypeAsync("#Topic", "Ordered by phone");
                await keyboard.TypeAsync("#ExpectedAttendees", "12");
                await keyboard.PressEnterAsync();
                wizard.At("confirmation");

                var number = RequestNumber.Parse(await wizard.RequestNumberAsync());
                var order = await Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking()
                    .SingleAsync(order => order.Number == number.Compact));
                var mail = await Portal.MailAboutAsync($"{order.Id}");
                Assert.Equal("caller@customer.example", Assert.Single(mail.Mailboxes["to"]).Address);
                Assert.Contains($"{number}", mail.Text, StringComparison.Ordinal);
            },
            Coordinator);

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task Every_page_of_an_order_for_a_host_is_fit_to_be_seen(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                var wizard = new Wizard(visitor);
                await visitor.GoAsync("/staff/orders/new");
                await visitor.CheckAsync("staff-order-new");
                visitor.Expect(422);
                await visitor.At("#HostEmail").FillAsync(Journeys.OtherHost);
                await visitor.At("#SiteId").SelectOptionAsync(new SelectOptionValue { Label = "Northwind Events" });
                await visitor.PressAsync("#step-form .btn-lg");
                await visitor.CheckAsync("staff-order-errors");
                await visitor.At("#HostEmail").FillAsync(Journeys.Host);
                await visitor.At("#PackageCode").SelectOptionAsync("ec-premium");
                await visitor.PressAsync("#step-form .btn-lg");
                wizard.At("availability");
                await visitor.CheckAsync("staff-order-1");
                await wizard.PassAvailabilityAsync();
                await visitor.CheckAsync("staff-order-2");
                await visitor.GoAsync("/staff/orders/new");
                await visitor.CheckAsync("staff-order-drafts");
                await visitor.PressAsync("#drafts .btn-primary");
                await wizard.PassMeetingLookupAsync();
                await visitor.CheckAsync("staff-order-3");
                await wizard.FillEventAsync("For a host");
                await wizard.NextAsync();
                wizard.At("confirmation");
                await visitor.CheckAsync("staff-order-4");
                await visitor.PressAsync("main .page-actions .btn-primary");
                await visitor.CheckAsync("staff-order-page");
            },
            Coordinator);
}
