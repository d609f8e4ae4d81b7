using AssistPortal.Data;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class AskerErasureTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    [Fact]
    public async Task With_the_organisation_goes_who_asked_and_where_they_live_but_not_before_the_answer()
    {
        var devices = (await scene.ShipAsync(scene.GermanTrial, devices: 3)).Shipment.Devices;
        var answered = await AskAsync(Dora, devices[0].Id);
        var open = await AskAsync(Dora, devices[1].Id);
        var partners = await AskAsync(Paul, devices[2].Id);
        await AnswerAsync(answered);
        await AnswerAsync(partners);
        await EraseAsync();

        Assert.Equal(("", "", "", null), await ReadAsync(answered));
        Assert.Equal("Munich", (await ReadAsync(open)).Address);
        Assert.Equal((Paul, "Munich"), ((await ReadAsync(partners)).Email, (await ReadAsync(partners)).Address));

        await AnswerAsync(open);
        Assert.Equal(("", "", "", null), await ReadAsync(open));
        Assert.Contains(
            await scene.Portal.MailsAboutAsync($"{open}"),
            mail => mail.Row.Cause == "help-desk.label-sent" && mail.Row.Recipient == Dora);
    }

    private async Task<Guid> AskAsync(string email, Guid deviceId)
    {
        using var browser = await scene.SignedInAsync(email);
        await ActAsync(
            await browser.GetAsync(scene.PathOf(email)), deviceId, "label", new() { ["PostalAddress"] = "Munich" });
        return (await scene.RequestAsync(HelpDeskRequestKind.Label, deviceId)).Id;
    }

    private async Task AnswerAsync(Guid requestId)
    {
        using var desk = await scene.SignedInAsync(Hedda);
        await (await desk.GetAsync(
            $"/staff/trials/requests/{requestId}")).SubmitFormAsync("form[action$='/label-sent']");
    }

    /// <summary>As the end of a trial does it.</summary>
    private async Task EraseAsync()
    {
        await using var scope = scene.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = scene.Portal.Clock.GetCurrentInstant();
        var trials = db.Set<Trial>().Where(trial => trial.Id == scene.GermanTrial);
        await trials.ExecuteUpdateAsync(set => set.SetProperty(trial => trial.ErasedAt, now));
        await scope.ServiceProvider.GetRequiredService<AskerErasure>()
            .EraseAsync(await trials.SingleAsync(), CancellationToken.None);
    }

    private Task<(string Email, string Name, string Text, string? Address)> ReadAsync(Guid id) =>
        scene.InDatabaseAsync(async db =>
        {
            var request = await db.Set<HelpDeskRequest>().AsNoTracking().SingleAsync(row => row.Id == id);
            return (request.AskerEmail, request.AskerName, request.Text, request.PostalAddress);
        });
}
