using AssistPortal.Data;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class DeviceReminderTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    [Fact]
    public async Task The_partner_alone_is_reminded_of_devices_that_are_neither_returned_nor_kept()
    {
        var (shipment, number) = await scene.ShipAsync(scene.AmericanTrial, devices: 3);
        using var uma = await scene.SignedInAsync(Uma);
        var page = await uma.GetAsync(scene.PathOf(Uma));
        page = await ActAsync(page, DeviceOf(shipment, 1), "keep");
        page = await ActAsync(page, DeviceOf(shipment, 2), "return");
        await ActAsync(page, DeviceOf(shipment, 2), "picked-up");
        await RemindAsync(scene.AmericanTrial);

        var (row, read) = Assert.Single(await scene.Portal.MailsAboutAsync($"{scene.AmericanTrial}"));
        Assert.Equal(("trial.device-reminder", Pia), (row.Cause, row.Recipient));
        Assert.Contains($"{number}-S3", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{number}-S1", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{number}-S2", read.Text, StringComparison.Ordinal);
    }

    private static Guid DeviceOf(Shipment shipment, int number) =>
        shipment.Devices.Single(device => device.Model == $"Board {number}").Id;

    private async Task RemindAsync(Guid trialId)
    {
        await using var scope = scene.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var trial = await db.Set<Trial>().SingleAsync(item => item.Id == trialId);
        var reminders = scope.ServiceProvider.GetRequiredService<DeviceReminders>();
        await reminders.WriteAsync(trial, scene.Portal.Clock.GetCurrentInstant(), CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
