using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Devices.Audit;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.HelpDesk.Audit;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class HelpDeskListTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    [Fact]
    public async Task A_site_that_was_deleted_frees_its_URL_for_the_order_that_waits()
    {
        var request = await scene.RequestAsync(HelpDeskRequestKind.SiteDeletion);
        using var desk = await scene.SignedInAsync(Hedda);
        var page = await desk.GetAsync($"/staff/trials/requests/{request.Id}");
        Assert.Null(page.Find("form[action$='/answer']"));
        page = await page.SubmitFormAsync("form[action$='/site-deleted']");

        Assert.NotNull(page.Find(".notice--success"));
        Assert.Equal("answered", page.Get("[data-request-state]").GetAttribute("data-request-state"));
        Assert.Equal(WebExState.Deleted, await scene.InDatabaseAsync(db =>
            db.Set<PurchaseOrder>()
                .Where(order => order.TrialId == request.TrialId)
                .Select(order => order.WebEx)
                .SingleAsync()));
    }

    [Fact]
    public async Task What_ends_within_a_week_is_listed_and_what_ended_in_the_last_one_with_its_counts()
    {
        var now = scene.Portal.Clock.GetCurrentInstant();
        var coming = await scene.InDatabaseAsync(async db => (await db.Set<Trial>().AsNoTracking().ToListAsync())
            .Where(trial => trial.StateAt(now) == TrialState.Expired && trial.CutOffAt <= now + Duration.FromDays(7))
            .Select(trial => $"{trial.Id}").Order().ToList());
        await scene.Portal.InDatabaseAsync(async db =>
        {
            db.Add(new Tombstone
            {
                TrialId = scene.GermanTrial,
                At = now - Duration.FromDays(6),
                Administrators = 1,
                Users = 12,
                Licences = 22,
                Assignments = 31, UsageFigures = 90, Notes = 2, PhoneNumbers = 0, HadSite = true,
            });
            await db.SaveChangesAsync();
        });
        using var desk = await scene.SignedInAsync(Hedda);
        var page = await desk.GetAsync("/staff/trials/ending");

        Assert.NotEmpty(coming);
        Assert.Equal(coming, page.All("#coming tbody tr").Select(row => row.GetAttribute("data-trial-id")!).Order());
        var gone = PortalPage.Squeeze(page.Get($"#past [data-trial-id='{scene.GermanTrial}']").TextContent);
        Assert.Contains(
            "Administrators: 1, users: 12, licences: 22, assignments: 31, usage figures: 90",
            gone,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_leaves_an_entry_in_the_audit_trail()
    {
        var (shipment, number) = await scene.ShipAsync(scene.AmericanTrial);
        var device = shipment.Devices[0].Id;
        using var uma = await scene.SignedInAsync(Uma);
        var page = await ActAsync(await uma.GetAsync(scene.PathOf(Uma)), device, "in-use");
        page = await ActAsync(page, device, "return");
        await ActAsync(page, device, "picked-up");
        var request = await scene.RequestAsync(HelpDeskRequestKind.Return, device);
        using var desk = await scene.SignedInAsync(Hedda);
        var work = await desk.GetAsync($"/staff/trials/requests/{request.Id}");
        work = await work.SubmitFormAsync("form[action$='/take']");
        work = await work.SubmitFormAsync("form[action$='/release']");
        work = await work.SubmitFormAsync("form[action$='/received']");
        await work.SubmitFormAsync("form[action$='/closed']");

        var made = Assert.Single(
            await scene.Portal.AuditAsync<ShipmentMade>(scene.AmericanTrial),
            record => record.ShipmentId == shipment.Id);
        Assert.Equal((number, 1), (made.LoanNumber, made.Devices));
        Assert.Contains(
            await scene.Portal.AuditAsync<ShipmentMoved>(scene.AmericanTrial),
            record => record.ShipmentId == shipment.Id && record.State.After == ShipmentState.Delivered);
        Assert.Equal(
            [DeviceState.InUse, DeviceState.PickedUp, DeviceState.Received, DeviceState.Closed],
            (await scene.Portal.AuditAsync<DeviceMoved>(scene.AmericanTrial))
                .Where(record => record.DeviceId == device).Select(record => record.State.After));
        Assert.Contains(
            await scene.Portal.AuditAsync<DeviceReturnAnnounced>(scene.AmericanTrial),
            record => record.DeviceId == device);
        Assert.Single(await scene.Portal.AuditAsync<RequestFiled>(request.Id));
        Assert.Single(await scene.Portal.AuditAsync<RequestTaken>(request.Id));
        Assert.Single(await scene.Portal.AuditAsync<RequestReleased>(request.Id));
        Assert.Single(await scene.Portal.AuditAsync<RequestAnswered>(request.Id));
    }
}
