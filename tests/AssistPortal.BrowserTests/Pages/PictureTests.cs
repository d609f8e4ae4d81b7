using AssistPortal.BrowserTests.Browsing;
using AssistPortal.BrowserTests.Ordering;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>Takes the pictures of README and guides, under the names that they have in docs/pictures.</summary>
public sealed class PictureTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const int Width = 1120;
    private const int Height = 760;

    [PicturesFact]
    public Task Home() => VisitAsync(Look.Plain, visitor => TakeAsync(visitor, "home", "/"));

    [PicturesFact]
    public Task A_host_orders() => VisitAsHostAsync(Look.Plain, async visitor =>
    {
        var wizard = new Wizard(visitor);
        await wizard.BeginAsync();
        await TakeAsync(visitor, "availability", from: "label[for=TimeZone]");
        await wizard.PassAvailabilityAsync();
        await TakeAsync(visitor, "meeting-lookup");
        await wizard.PassMeetingLookupAsync();
        await wizard.FillEventAsync("How we plan the spring");
        await TakeAsync(visitor, "event-information");
        await wizard.NextAsync();
        await TakeAsync(visitor, "confirmation");
        await TakeAsync(visitor, "host-history", "/resources/history");
        await TakeAsync(visitor, "host-invoices", "/resources/invoices");
    });

    [PicturesFact]
    public async Task A_customer_looks_at_an_order()
    {
        var order = await Portal.PlaceAsync();
        await VisitAsync(Look.Plain, async visitor =>
        {
            await visitor.GoAsync("/assist/manage");
            await visitor.At("#RequestNumber").FillAsync(order.RequestNumber.ToString());
            await visitor.At("#Email").FillAsync(order.Contact.Email);
            await visitor.PressAsync("main form button");
            await TakeAsync(visitor, "manage-order");
        });
    }

    [PicturesFact]
    public Task A_coordinator() => VisitAsHostAsync(
        Look.Plain,
        async visitor =>
        {
            await Portal.BecomeBusyAsync();
            await TakeAsync(visitor, "desk-dashboard", "/staff");
            await TakeAsync(visitor, "desk-orders", "/staff/orders");
        },
        "coordinator@demo.example");

    [PicturesFact]
    public Task A_producer() => VisitAsHostAsync(
        Look.Plain, visitor => TakeAsync(visitor, "producer-area", "/producer"), "producer@demo.example");

    /// <summary>What a window shows: pictures stay small, and show what they are for.</summary>
    private static async Task TakeAsync(Visitor visitor, string name, string? path = null, string? from = null)
    {
        await visitor.Page.SetViewportSizeAsync(Width, Height);
        if (path is not null)
        {
            await visitor.GoAsync(path);
        }

        if (from is not null)
        {
            await visitor.At(from).First.EvaluateAsync("element => element.scrollIntoView()");
        }

        await Screenshots.TakeAsync(visitor.Page, name, fullPage: false);
    }
}
