using AssistPortal.BrowserTests.Browsing;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Trials;

/// <summary>A partner's day with a customer's devices, and the help desk's on the other side.</summary>
public sealed class DeviceJourneyTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("en", "light", 1280, "Harbour Books")]
    [InlineData("zh-Hant", "dark", 375, "Pine and Partners")]
    public async Task Devices_are_asked_for_looked_for_used_returned_and_kept(
        string language, string theme, int width, string company)
    {
        var (look, number) = (new Look(language, theme, width), $"D-{width}");
        var trial = await Portal.InDatabaseAsync(db =>
            db.Set<Trial>().Where(item => item.Company == company).Select(item => item.Id).SingleAsync());
        await VisitAsHostAsync(look, partner => VisitAsHostAsync(look, async desk =>
        {
            var devices = $"/trials/{trial}/devices";
            await AskForDevicesAsync(partner, desk, devices);
            await ShipAsync(desk, trial, number);
            await LookForThemAsync(partner, desk, number);
            await DeliverAsync(desk, number);
            await UseReturnAndKeepAsync(partner, devices, number);
            await ReceiveAsync(desk);
            await partner.GoAsync(devices);
            await ExpectStatesAsync(partner, number, "in-use", "closed", "kept");
            await Assertions.Expect(Device(partner, number, 1)).ToHaveAttributeAsync("data-label-state", "label-sent");
            await partner.CheckAsync("devices-evening");
        }, "helpdesk@demo.example"), "partner@demo.example");
    }

    private static async Task AskForDevicesAsync(Visitor partner, Visitor desk, string devices)
    {
        await partner.GoAsync(devices);
        await partner.PressAsync("#more-devices button");
        await partner.CheckAsync("devices-more-empty");
        await partner.At("#more-devices textarea").FillAsync("Three for the reading room");
        await partner.PressAsync("#more-devices button");
        await Assertions.Expect(partner.At("#more-devices [data-state='open']")).ToBeVisibleAsync();
        await AnswerAsync(desk, "more-devices", "They leave today.");
    }

    private static async Task ShipAsync(Visitor desk, Guid trial, string number)
    {
        await desk.GoAsync("/staff/trials/shipments/new");
        await desk.At("#TrialId").SelectOptionAsync($"{trial}");
        await desk.At("#LoanNumber").FillAsync(number);
        await desk.At("#Carrier").FillAsync("Swift Parcel");
        await desk.At("#CarrierContact").FillAsync("+1 555 0199");
        await desk.At("#TrackingNumber").FillAsync($"SP{number}");
        for (var device = 0; device < 3; device++)
        {
            await desk.At("[name='Model']").Nth(device).FillAsync(device == 2 ? "Room Kit" : "Desk Pro");
            await desk.At("[name='SerialNumber']").Nth(device).FillAsync($"{number}-S{device + 1}");
        }

        await desk.PressAsync("#step-form .btn-lg");
        await Assertions.Expect(desk.At("[data-shipment-state='shipped']")).ToBeVisibleAsync();
        await desk.CheckAsync("shipment-made");
    }

    private static async Task LookForThemAsync(Visitor partner, Visitor desk, string number)
    {
        await partner.GoAsync("/trials/shipment-question");
        await partner.At("#LoanNumber").FillAsync("4711");
        await partner.PressAsync("#step-form button");
        await partner.CheckAsync("shipment-question-without-d");
        await partner.At("#LoanNumber").FillAsync($" {number.ToLowerInvariant()} ");
        await partner.At("#Question").FillAsync("The customer expects them on Monday.");
        await partner.PressAsync("#step-form button");
        var row = partner.At($"tr[data-request-id]:has-text('{number}')");
        await Assertions.Expect(row).ToHaveAttributeAsync("data-state", "open");
        await AnswerAsync(desk, "shipment", "The truck is in Reno.");
        await partner.GoAsync("/trials/shipment-question");
        await Assertions.Expect(row).ToContainTextAsync("The truck is in Reno.");
        await partner.CheckAsync("shipment-question-answered");
    }

    private static async Task DeliverAsync(Visitor desk, string number)
    {
        await desk.GoAsync($"/staff/trials/shipments?q={number}");
        await desk.PressAsync("tbody th a");
        await desk.PressAsync("button[value='delivered']");
        await Assertions.Expect(desk.At("[data-shipment-state='delivered']")).ToBeVisibleAsync();
    }

    private static async Task UseReturnAndKeepAsync(Visitor partner, string devices, string number)
    {
        await partner.GoAsync(devices);
        await ExpectStatesAsync(partner, number, "delivered", "delivered", "delivered");
        await partner.PressAsync(Device(partner, number, 1).Locator("form[action$='/in-use'] button"));
        await partner.PressAsync(Device(partner, number, 2).Locator("form[action$='/return'] button"));
        await partner.PressAsync(Device(partner, number, 3).Locator("form[action$='/keep'] button"));
        await ExpectStatesAsync(partner, number, "in-use", "return-announced", "kept");
        await Assertions.Expect(Device(partner, number, 2).Locator("[data-rma]")).ToContainTextAsync("RMA");

        // The first device's label is lost: the form is sent empty first.
        await Device(partner, number, 1).Locator("summary").ClickAsync();
        await partner.PressAsync(Device(partner, number, 1).Locator("form[action$='/label'] button"));
        await partner.CheckAsync("devices-label-empty");
        await Device(partner, number, 1).Locator("textarea").FillAsync("Nora Svensson\n12 Pier Road\nPortland");
        await partner.PressAsync(Device(partner, number, 1).Locator("form[action$='/label'] button"));
        await Assertions.Expect(Device(partner, number, 1)).ToHaveAttributeAsync("data-label-state", "label-requested");
        await partner.CheckAsync("devices-noon");
    }

    private static async Task ReceiveAsync(Visitor desk)
    {
        await OpenAsync(desk, "label");
        await desk.PressAsync("form[action$='/label-sent'] button");
        await OpenAsync(desk, "return");
        foreach (var act in new[] { "picked-up", "received", "closed" })
        {
            await desk.PressAsync($"form[action$='/{act}'] button");
        }

        await Assertions.Expect(desk.At("[data-request-state='answered']")).ToBeVisibleAsync();
        await desk.CheckAsync("return-closed");
    }

    private static async Task AnswerAsync(Visitor desk, string kind, string answer)
    {
        await OpenAsync(desk, kind);
        await desk.PressAsync("form[action$='/take'] button");
        await desk.At("#Answer").FillAsync(answer);
        await desk.CheckAsync($"request-{kind}");
        await desk.PressAsync("#step-form button");
    }

    /// <summary>Opens the latest request of a kind from the queue.</summary>
    private static async Task OpenAsync(Visitor desk, string kind)
    {
        await desk.GoAsync($"/staff/trials?kind={kind}");
        await desk.PressAsync(desk.At("#queue tbody th a").Last);
    }

    private static ILocator Device(Visitor visitor, string number, int device) =>
        visitor.At($"article.device:has(h3:has-text('{number}-S{device}'))");

    private static async Task ExpectStatesAsync(Visitor partner, string number, params string[] states)
    {
        foreach (var (at, state) in states.Index())
        {
            await Assertions.Expect(Device(partner, number, at + 1)).ToHaveAttributeAsync("data-state", state);
        }
    }
}
