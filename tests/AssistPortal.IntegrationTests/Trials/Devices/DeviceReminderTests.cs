using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Devices;
using NodaTime;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class DeviceReminderTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    private const string Cause = "trial.device-reminder";

    [Fact]
    public async Task The_partner_alone_is_reminded_of_devices_that_are_neither_returned_nor_kept()
    {
        var (shipment, number) = await scene.ShipAsync(scene.AmericanTrial, devices: 3);
        using var uma = await scene.SignedInAsync(Uma);
        var page = await uma.GetAsync(scene.PathOf(Uma));
        page = await ActAsync(page, DeviceOf(shipment, 1), "keep");
        page = await ActAsync(page, DeviceOf(shipment, 2), "return");
        await ActAsync(page, DeviceOf(shipment, 2), "picked-up");
        using var desk = await scene.SignedInAsync(Hedda);
        var queue = await desk.GetAsync("/staff/trials");
        scene.Portal.Clock.Advance(Duration.FromDays(59));
        queue = await queue.SubmitFormAsync("#run-clock");
        Assert.DoesNotContain(
            await scene.Portal.MailsAboutAsync($"{scene.AmericanTrial}"), mail => mail.Row.Cause == Cause);
        scene.Portal.Clock.Advance(Duration.FromDays(1));
        await queue.SubmitFormAsync("#run-clock");

        var (row, read) = Assert.Single(
            await scene.Portal.MailsAboutAsync($"{scene.AmericanTrial}"), mail => mail.Row.Cause == Cause);
        Assert.Equal(Pia, row.Recipient);
        Assert.Contains($"{number}-S3", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{number}-S1", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{number}-S2", read.Text, StringComparison.Ordinal);
    }

    private static Guid DeviceOf(Shipment shipment, int number) =>
        shipment.Devices.Single(device => device.Model == $"Board {number}").Id;
}
