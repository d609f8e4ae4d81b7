using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class HelpDeskTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    [Fact]
    public async Task Of_two_who_take_a_request_at_once_one_has_it_and_the_other_is_told_who()
    {
        var id = (await AskAsync("D-RACE")).Id;
        using var hedda = await scene.SignedInAsync(Hedda);
        using var hugo = await scene.SignedInAsync(Hugo);
        var pages = await Task.WhenAll(
            hedda.GetAsync($"/staff/trials/requests/{id}"), hugo.GetAsync($"/staff/trials/requests/{id}"));
        var answers = await Task.WhenAll(pages.Select(page => page.SubmitFormAsync("form[action$='/take']")));

        var winner = answers[0].Find(".notice--success") is null ? "Hugo" : "Hedda";
        var loser = Assert.Single(answers, answer => answer.Find(".notice--danger") is not null);
        Assert.Contains($"{winner} Host", loser.Get(".notice--danger").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{winner} Host", loser.Get("#taken").TextContent, StringComparison.Ordinal);
        Assert.Null(loser.Find("form[action$='/answer']"));
    }

    [Fact]
    public async Task Whoever_has_not_taken_a_request_can_not_answer_it_until_it_is_given_back()
    {
        var id = (await AskAsync("D-TAKEN")).Id;
        using var hedda = await scene.SignedInAsync(Hedda);
        using var hugo = await scene.SignedInAsync(Hugo);
        var stale = await hugo.GetAsync($"/staff/trials/requests/{id}");
        await (await hedda.GetAsync($"/staff/trials/requests/{id}")).SubmitFormAsync("form[action$='/take']");
        var refused = await stale.SubmitAsync(new() { ["Answer"] = "Mine" });
        Assert.Contains("Hedda Host", refused.Get(".notice--danger").TextContent, StringComparison.Ordinal);
        Assert.Equal(HelpDeskRequestState.Open, (await ReadAsync(id)).State);

        var page = await refused.SubmitFormAsync("form[action$='/release']");
        Assert.NotNull(page.Find(".notice--success"));
        await page.SubmitAsync(new() { ["Answer"] = "Mine" });
        var request = await ReadAsync(id);
        Assert.Equal((HelpDeskRequestState.Answered, "Mine", null), (request.State, request.Answer, request.LiveKey));
        Assert.NotNull((await stale.SubmitAsync(new() { ["Answer"] = "Twice" })).Find(".notice--danger"));
        Assert.Equal(2, (await scene.Portal.MailsAboutAsync($"{id}")).Count);
    }

    [Fact]
    public async Task The_queue_shows_the_oldest_first_with_what_is_overdue_and_is_filtered_by_links()
    {
        await using var own = new OwnScene();
        await own.InitializeAsync();
        var first = await AskAsync("D-FIRST", own.Scene);
        own.Scene.Portal.Clock.Advance(Duration.FromHours(25));
        var second = await AskAsync("D-SECOND", own.Scene);
        using var desk = await own.Scene.SignedInAsync(Hedda);
        var page = await desk.GetAsync("/staff/trials");
        List<string> Rows(PortalPage shown) =>
            [.. shown.All("#queue tbody tr")
                .Select(row => row.GetAttribute("data-request-id")!)
                .Where(id => id == $"{first.Id}" || id == $"{second.Id}")];

        Assert.Equal([$"{first.Id}", $"{second.Id}"], Rows(page));
        Assert.NotNull(page.Find($"[data-request-id='{first.Id}'] [data-overdue]"));
        Assert.Null(page.Find($"[data-request-id='{second.Id}'] [data-overdue]"));
        await (await desk.GetAsync($"/staff/trials/requests/{first.Id}")).SubmitFormAsync("form[action$='/take']");
        Assert.Equal([$"{first.Id}"], Rows(await page.FollowAsync("a[href='/staff/trials?show=mine']")));
        Assert.Equal([$"{second.Id}"], Rows(await page.FollowAsync("a[href='/staff/trials?show=untaken']")));
        Assert.Equal(2, Rows(await page.FollowAsync("a[href='/staff/trials?kind=shipment']")).Count);
        Assert.Empty(Rows(await page.FollowAsync("a[href='/staff/trials?kind=label']")));
        Assert.Empty(Rows(await page.FollowAsync("a[href='/staff/trials?show=answered']")));
        Assert.Equal(
            HttpStatusCode.OK, (await desk.GetAsync("/staff/trials?kind=nonsense&show=x&after=%EF%BF%BE")).Status);
    }

    [Fact]
    public async Task A_refused_shipment_keeps_all_that_was_typed()
    {
        using var desk = await scene.SignedInAsync(Hedda);
        var form = await desk.GetAsync("/staff/trials/shipments/new");
        var fields = form.Prepare(new(DeviceScene.ShipmentFields(scene.AmericanTrial, "4711"))
            {
                // Signs that are eighteen letters each in the usual width.
                ["CarrierContact"] = new string('ﷺ', 20), ["TrackingNumber"] = new string('ﷺ', 5),
            }).Fields
            .Where(field => field.Key is not ("Model" or "SerialNumber"))
            .Concat([new("Model", "Board"), new("SerialNumber", ""), new("Model", ""), new("SerialNumber", "S2")]);
        var page = await desk.PostAsync("/staff/trials/shipments/new", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(scene.Portal.Words("en", "HelpDesk.LoanNumber.WithoutD"), page.Errors["LoanNumber"]);
        Assert.Equal(scene.Portal.Words("en", "HelpDesk.Devices.Half"), page.Errors["Model"]);
        Assert.Equal(["Board", ""], page.All("[name=Model]").Take(2).Select(item => item.GetAttribute("value")));
        Assert.Equal(["", "S2"], page.All("[name=SerialNumber]").Take(2).Select(item => item.GetAttribute("value")));
        Assert.Equal("Swift Parcel", page.Value("Carrier"));
        Assert.Equal(scene.Portal.Words("en", "Shared.Error.TooLongBy|254|106"), page.Errors["CarrierContact"]);
        Assert.Equal(scene.Portal.Words("en", "Shared.Error.TooLongBy|60|30"), page.Errors["TrackingNumber"]);
    }

    [Fact]
    public async Task A_loan_number_of_another_trial_is_refused()
    {
        var (_, number) = await scene.ShipAsync(scene.AmericanTrial);
        using var desk = await scene.SignedInAsync(Hedda);
        var form = await desk.GetAsync("/staff/trials/shipments/new");
        var fields = form.Prepare(DeviceScene.ShipmentFields(scene.GermanTrial, number.ToLowerInvariant())).Fields
            .Where(field => field.Key is not ("Model" or "SerialNumber"))
            .Concat([new("Model", "Board"), new("SerialNumber", "S9")]);
        var page = await desk.PostAsync("/staff/trials/shipments/new", fields);

        Assert.Equal(scene.Portal.Words("en", "HelpDesk.LoanNumber.Taken"), page.Errors["LoanNumber"]);
    }

    [Fact]
    public async Task A_device_that_is_still_out_is_refused_with_where_it_is_and_goes_out_anew_once_it_is_back()
    {
        var (shipment, number) = await scene.ShipAsync(scene.AmericanTrial);
        var device = Assert.Single(shipment.Devices);
        foreach (var language in PortalWords.Languages)
        {
            using var reader = await scene.SignedInAsync(Hedda, language);
            var refused = await SendAsync(reader, $" {device.SerialNumber.ToLowerInvariant()}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal(
                scene.Portal.Words(language, $"HelpDesk.Devices.Out|{device.SerialNumber}|{number}|Yankee Books"),
                refused.Errors["Model"]);
            Assert.Equal(["Board", ""], refused.All("[name=Model]").Take(2).Select(row => row.GetAttribute("value")));
        }

        using var desk = await scene.SignedInAsync(Hedda);
        Assert.Equal(
            scene.Portal.Words("en", "HelpDesk.Devices.Twice"),
            (await SendAsync(desk, "foc77", "FOC77")).Errors["Model"]);
        await scene.InDatabaseAsync(async db =>
        {
            var row = await db.Set<Device>().SingleAsync(item => item.Id == device.Id);
            foreach (var state in new[] { DeviceState.ReturnAnnounced, DeviceState.Received })
            {
                row.GoOn(state, scene.Portal.Clock.GetCurrentInstant());
            }

            return await db.SaveChangesAsync();
        });
        Assert.StartsWith(
            "/staff/trials/shipments/", (await SendAsync(desk, device.SerialNumber)).Path, StringComparison.Ordinal);
        Assert.Contains("Model", (await SendAsync(desk, device.SerialNumber)).Errors.Keys);

        async Task<PortalPage> SendAsync(PortalClient browser, params string[] serials)
        {
            var form = await browser.GetAsync("/staff/trials/shipments/new");
            var fields = form.Prepare(DeviceScene.ShipmentFields(scene.GermanTrial, "D-ANEW")).Fields
                .Where(field => field.Key is not ("Model" or "SerialNumber"));
            return await browser.PostAsync("/staff/trials/shipments/new", fields.Concat(serials.SelectMany(
                serial => new KeyValuePair<string, string>[] { new("Model", "Board"), new("SerialNumber", serial) })));
        }
    }

    [Fact]
    public async Task A_shipment_passes_its_states_and_rests_when_delivered()
    {
        var (shipment, number) = await scene.ShipAsync(scene.AmericanTrial, isDelivered: false);
        using var desk = await scene.SignedInAsync(Hedda);
        var page = await (await desk.GetAsync(
            $"/staff/trials/shipments?q={number.ToLowerInvariant()}")).FollowAsync("tbody a");
        foreach (var state in new[] { "in-transit", "exception", "shipped", "delivered" })
        {
            page = await page.SubmitAsync(button: $"button[value={state}]");
            Assert.Equal(state, page.Get("[data-shipment-state]").GetAttribute("data-shipment-state"));
        }

        Assert.Null(page.Find("button[name=State]"));
        var (_, fields) = (await desk.GetAsync("/staff/trials/shipments/new")).Prepare();
        var token = fields.Where(field => field.Key == "__RequestVerificationToken").ToList();
        var refused = await desk.PostAsync(
            $"/staff/trials/shipments/{shipment.Id}/state", [.. token, new("State", "shipped")]);
        Assert.NotNull(refused.Find(".notice--danger"));
        Assert.NotNull((await desk.PostAsync($"/staff/trials/shipments/{shipment.Id}/state", [
            .. token,
            new("State", "lost"),
        ])).Find(".notice--danger"));
        Assert.All(
            (await scene.InDatabaseAsync(
                db => db.Set<Device>().Where(device => device.ShipmentId == shipment.Id).ToListAsync())),
            device => Assert.Equal(DeviceState.Delivered, device.State));
    }

    private async Task<HelpDeskRequest> AskAsync(string number, DeviceScene? where = null)
    {
        using var partner = await (where ?? scene).SignedInAsync(Pia);
        await (await partner.GetAsync("/trials/shipment-question")).SubmitAsync(new() { ["LoanNumber"] = number });
        return await (where ?? scene).RequestAsync(HelpDeskRequestKind.Shipment);
    }

    private Task<HelpDeskRequest> ReadAsync(Guid id) =>
        scene.InDatabaseAsync(db => db.Set<HelpDeskRequest>().AsNoTracking().SingleAsync(request => request.Id == id));

    /// <summary>A scene of a test that moves its clock.</summary>
    private sealed class OwnScene : IAsyncDisposable
    {
        public DeviceScene Scene { get; } = new();

        public Task InitializeAsync() => Scene.InitializeAsync();

        public async ValueTask DisposeAsync() => await Scene.DisposeAsync();
    }
}
