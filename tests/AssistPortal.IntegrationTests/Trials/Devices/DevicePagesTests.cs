using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using Microsoft.EntityFrameworkCore;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class DevicePagesTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    [Fact]
    public async Task Administrators_of_both_sides_hear_of_a_shipment_by_its_loan_number_and_keep_the_packaging()
    {
        var (shipment, number) = await scene.ShipAsync(scene.AmericanTrial, devices: 2);
        var mails = await scene.Portal.MailsAboutAsync($"{shipment.Id}");

        Assert.Equal(
            [("trial.delivered", Pia), ("trial.delivered", Uma), ("trial.shipment", Pia), ("trial.shipment", Uma)],
            mails.Select(mail => (mail.Row.Cause, mail.Row.Recipient)).Order());
        Assert.All(mails, mail => Assert.Contains(number, mail.Row.Subject, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("keep the packaging", mail.Read.Text, StringComparison.Ordinal));
        Assert.All(
            mails.Where(mail => mail.Row.Cause == "trial.shipment"),
            mail => Assert.Contains("SP 1", mail.Read.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Pia)]
    [InlineData(Uma)]
    public async Task A_device_goes_its_full_way_from_delivery_to_the_closed_return(string email)
    {
        var (shipment, _) = await scene.ShipAsync(scene.AmericanTrial, isDelivered: false);
        var device = shipment.Devices[0].Id;
        using var browser = await scene.SignedInAsync(email);
        Assert.Equal("on-the-way", StateOf(await browser.GetAsync(scene.PathOf(email)), device));
        using var desk = await scene.SignedInAsync(Hedda);
        await (await desk.GetAsync($"/staff/trials/shipments/{shipment.Id}")).SubmitAsync(
            button: "button[value=delivered]");

        var page = await browser.GetAsync(scene.PathOf(email));
        Assert.Equal("delivered", StateOf(page, device));
        Assert.NotNull(page.Find($"[data-device-id='{device}'] ol a[href='tel:+15550123']"));
        page = await ActAsync(page, device, "in-use");
        Assert.Equal("in-use", StateOf(page, device));
        page = await ActAsync(page, device, "return");
        Assert.Equal("return-announced", StateOf(page, device));
        var rma = page.Get($"[data-device-id='{device}'] [data-rma]").TextContent;
        var request = await scene.RequestAsync(HelpDeskRequestKind.Return, device);
        var mails = await scene.Portal.MailsAboutAsync($"{request.Id}");
        Assert.Equal(
            ["helpdesk@portal.example", email], mails.Select(mail => mail.Row.Recipient).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Contains(rma, mail.Row.Subject, StringComparison.Ordinal));

        var work = await desk.GetAsync($"/staff/trials/requests/{request.Id}");
        foreach (var (act, state) in new[]
        {
            ("picked-up", "picked-up"),
            ("received", "received"),
            ("closed", "closed"),
        })
        {
            work = await work.SubmitFormAsync($"form[action$='/{act}']");
            Assert.Equal(state, StateOf(await browser.GetAsync(scene.PathOf(email)), device));
        }

        Assert.Equal("answered", work.Get("[data-request-state]").GetAttribute("data-request-state"));
        Assert.Equal(
            [DeviceState.PickedUp, DeviceState.Received, DeviceState.Closed],
            await scene.InDatabaseAsync(async db =>
            {
                var item = await db.Set<DeviceReturn>().SingleAsync(row => row.DeviceId == device);
                return new[]
                {
                    (item.PickedUpAt, DeviceState.PickedUp),
                    (item.ReceivedAt, DeviceState.Received),
                    (item.ClosedAt, DeviceState.Closed),
                }
                    .Where(step => step.Item1 is not null).Select(step => step.Item2);
            }));
        Assert.Equal(3, (await scene.Portal.MailsAboutAsync($"{request.Id}")).Count);
    }

    [Fact]
    public async Task A_lost_label_is_posted_anew_and_one_is_asked_for_at_a_time()
    {
        var device = (await scene.ShipAsync(scene.GermanTrial)).Shipment.Devices[0].Id;
        using var customer = await scene.SignedInAsync(Dora);
        using var partner = await scene.SignedInAsync(Paul);
        var stale = await partner.GetAsync(scene.PathOf(Paul));
        var empty = await ActAsync(await customer.GetAsync(scene.PathOf(Dora)), device, "label");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(["PostalAddress"], empty.Errors.Keys);

        var page = await ActAsync(
            empty, device, "label", new() { ["PostalAddress"] = "Isar Bücher\nMünchen", ["WithPackaging"] = "yes" });
        Assert.Equal("label-requested", page.Get($"[data-device-id='{device}']").GetAttribute("data-label-state"));
        var second = await ActAsync(stale, device, "label", new() { ["PostalAddress"] = "Elsewhere" });
        Assert.NotNull(second.Find(".notice--danger"));
        Assert.Equal(
            1, await scene.InDatabaseAsync(db => db.Set<HelpDeskRequest>().CountAsync(row => row.DeviceId == device)));

        var request = await scene.RequestAsync(HelpDeskRequestKind.Label, device);
        using var desk = await scene.SignedInAsync(Hedda);
        var work = await desk.GetAsync($"/staff/trials/requests/{request.Id}");
        Assert.Contains("München", work.Text, StringComparison.Ordinal);
        Assert.Contains("the packaging are lost", work.Text, StringComparison.Ordinal);
        await work.SubmitFormAsync("form[action$='/label-sent']");
        Assert.Equal(
            [("help-desk.label-requested", "helpdesk@portal.example"), ("help-desk.label-sent", Dora)],
            (await scene.Portal.MailsAboutAsync($"{request.Id}"))
                .Select(mail => (mail.Row.Cause, mail.Row.Recipient))
                .Order());
        page = await customer.GetAsync(scene.PathOf(Dora));
        Assert.Equal("label-sent", page.Get($"[data-device-id='{device}']").GetAttribute("data-label-state"));
        Assert.Equal("label-requested", (await ActAsync(page, device, "label", new() { ["PostalAddress"] = "Again" }))
            .Get($"[data-device-id='{device}']").GetAttribute("data-label-state"));
    }

    [Fact]
    public async Task Of_two_who_ask_for_a_label_at_once_one_succeeds()
    {
        var device = (await scene.ShipAsync(scene.GermanTrial)).Shipment.Devices[0].Id;
        using var customer = await scene.SignedInAsync(Dora);
        using var partner = await scene.SignedInAsync(Paul);
        var pages = await Task.WhenAll(customer.GetAsync(scene.PathOf(Dora)), partner.GetAsync(scene.PathOf(Paul)));
        var answers = await Task.WhenAll(
            pages.Select(page => ActAsync(page, device, "label", new() { ["PostalAddress"] = "Munich" })));

        Assert.Single(answers, answer => answer.Find(".notice--success") is not null);
        Assert.Single(answers, answer => answer.Find(".notice--danger") is not null);
        Assert.Equal(
            1, await scene.InDatabaseAsync(db => db.Set<HelpDeskRequest>().CountAsync(row => row.DeviceId == device)));
    }

    [Fact]
    public async Task A_label_that_is_lost_after_pick_up_becomes_a_question()
    {
        var device = (await scene.ShipAsync(scene.GermanTrial)).Shipment.Devices[0].Id;
        using var customer = await scene.SignedInAsync(Dora);
        var page = await ActAsync(await customer.GetAsync(scene.PathOf(Dora)), device, "return");
        page = await ActAsync(page, device, "picked-up");
        Assert.Equal("picked-up", StateOf(page, device));
        page = await ActAsync(page, device, "label", new() { ["PostalAddress"] = "Munich" });

        Assert.Contains("question", page.Get(".notice--success").TextContent, StringComparison.Ordinal);
        var request = await scene.RequestAsync(HelpDeskRequestKind.Question, device);
        using var desk = await scene.SignedInAsync(Hedda);
        await (await desk.GetAsync($"/staff/trials/requests/{request.Id}")).SubmitAsync(
            new() { ["Answer"] = "The carrier prints one." });
        Assert.Contains(
            "The carrier prints one.", (await customer.GetAsync(scene.PathOf(Dora))).Text, StringComparison.Ordinal);
        Assert.Contains(
            await scene.Portal.MailsAboutAsync($"{request.Id}"),
            mail => mail.Row.Recipient == Dora
                && mail.Read.Text!.Contains("The carrier prints one.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Devices_are_kept_and_more_are_ordered_in_the_United_States_only()
    {
        var american = (await scene.ShipAsync(scene.AmericanTrial)).Shipment.Devices[0].Id;
        var german = (await scene.ShipAsync(scene.GermanTrial)).Shipment.Devices[0].Id;
        using var uma = await scene.SignedInAsync(Uma);
        using var dora = await scene.SignedInAsync(Dora);
        var page = await ActAsync(await uma.GetAsync(scene.PathOf(Uma)), american, "keep");
        Assert.Equal("kept", StateOf(page, american));
        page = await page.SubmitFormAsync("#more-devices", new() { ["Text"] = "Two more boards" });
        Assert.NotNull(page.Find(".notice--success"));
        var request = await scene.RequestAsync(HelpDeskRequestKind.MoreDevices);
        Assert.Equal([Pia], (await scene.Portal.MailsAboutAsync($"{request.Id}")).Select(mail => mail.Row.Recipient));

        var other = await dora.GetAsync(scene.PathOf(Dora));
        Assert.Null(other.Find("form[action$='/keep']"));
        Assert.Null(other.Find("#more-devices"));
        var (_, fields) = other.Prepare();
        foreach (var act in new[] { $"{german}/keep", "more" })
        {
            var refused = await dora.PostAsync($"/my-trial/devices/{act}", [.. fields, new("Text", "Two")]);
            Assert.Contains("United States", refused.Get(".notice--danger").TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("delivered", StateOf(await dora.GetAsync(scene.PathOf(Dora)), german));
    }

    [Fact]
    public async Task Somebody_who_is_second_changes_nothing_and_is_told()
    {
        var device = (await scene.ShipAsync(scene.GermanTrial)).Shipment.Devices[0].Id;
        using var customer = await scene.SignedInAsync(Dora);
        using var partner = await scene.SignedInAsync(Paul);
        var stale = await partner.GetAsync(scene.PathOf(Paul));
        await ActAsync(await customer.GetAsync(scene.PathOf(Dora)), device, "return");
        var page = await ActAsync(stale, device, "return");

        Assert.NotNull(page.Find(".notice--danger"));
        Assert.Equal(
            1, await scene.InDatabaseAsync(db => db.Set<DeviceReturn>().CountAsync(row => row.DeviceId == device)));
    }
}
