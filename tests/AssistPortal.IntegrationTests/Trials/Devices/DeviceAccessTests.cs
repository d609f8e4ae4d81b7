using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using Microsoft.EntityFrameworkCore;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class DeviceAccessTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    private static readonly string[] Acts = ["in-use", "return", "picked-up", "keep", "label"];

    private static readonly string[] DeskPaths =
    [
        "/staff/trials", "/staff/trials/shipments", "/staff/trials/shipments/new", "/staff/trials/ending",
        "/staff/trials/partners",
    ];

    [Fact]
    public async Task Trials_and_devices_of_others_are_not_found_by_any_route_or_verb()
    {
        var own = (await scene.ShipAsync(scene.AmericanTrial)).Shipment.Devices[0].Id;
        var foreign = (await scene.ShipAsync(scene.GermanTrial)).Shipment.Devices[0].Id;
        using var pia = await scene.SignedInAsync(Pia);
        using var uma = await scene.SignedInAsync(Uma);
        foreach (var trial in new[] { scene.GermanTrial, Guid.NewGuid() })
        {
            await AssertMissingAsync(pia, $"/trials/{trial}/devices", posts: false);
            await AssertMissingAsync(pia, $"/trials/{trial}/devices/more");
            foreach (var act in Acts)
            {
                await AssertMissingAsync(pia, $"/trials/{trial}/devices/{foreign}/{act}");
                await AssertMissingAsync(pia, $"/trials/{trial}/devices/{own}/{act}");
            }
        }

        foreach (var act in Acts)
        {
            await AssertMissingAsync(pia, $"/trials/{scene.AmericanTrial}/devices/{foreign}/{act}");
            await AssertMissingAsync(uma, $"/my-trial/devices/{foreign}/{act}");
            await AssertMissingAsync(uma, $"/my-trial/devices/{Guid.NewGuid()}/{act}");
        }

        Assert.Equal(DeviceState.Delivered, await scene.InDatabaseAsync(db =>
            db.Set<Device>().Where(device => device.Id == foreign).Select(device => device.State).SingleAsync()));
        Assert.Equal(0, await scene.InDatabaseAsync(
            db => db.Set<HelpDeskRequest>().CountAsync(request => request.DeviceId == foreign)));
    }

    [Fact]
    public async Task What_the_help_desk_does_not_have_is_not_found()
    {
        using var desk = await scene.SignedInAsync(Hedda);
        var (none, partner) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/staff/trials/requests/{none}")).Status);
        foreach (var act in new[]
        {
            "take",
            "release",
            "answer",
            "label-sent",
            "site-deleted",
            "picked-up",
            "received",
            "closed",
        })
        {
            await AssertMissingAsync(desk, $"/staff/trials/requests/{none}/{act}");
        }

        await AssertMissingAsync(desk, $"/staff/trials/shipments/{none}", posts: false);
        await AssertMissingAsync(desk, $"/staff/trials/shipments/{none}/state");
        await AssertMissingAsync(desk, $"/staff/trials/partners/{partner}", posts: false);
        await AssertMissingAsync(desk, $"/staff/trials/partners/{partner}/administrators");
        await AssertMissingAsync(desk, $"/staff/trials/partners/{partner}/administrators/{none}/remove");
    }

    [Fact]
    public async Task Each_room_is_for_its_role_only()
    {
        using var pia = await scene.SignedInAsync(Pia);
        using var uma = await scene.SignedInAsync(Uma);
        using var desk = await scene.SignedInAsync(Hedda);
        using var nobody = scene.Portal.CreatePortalClient();
        foreach (var path in DeskPaths)
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await pia.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await uma.GetAsync(path)).Status);
        }

        foreach (var path in new[] { $"/trials/{scene.AmericanTrial}/devices", "/trials/shipment-question" })
        {
            Assert.Equal(HttpStatusCode.OK, (await pia.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await uma.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await uma.GetAsync("/my-trial/devices")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await pia.GetAsync("/my-trial/devices")).Status);
        foreach (var path in DeskPaths.Append("/my-trial/devices").Append("/trials/shipment-question"))
        {
            using var response = await nobody.SendOnceAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }
    }

    private static async Task AssertMissingAsync(PortalClient browser, string path, bool posts = true)
    {
        // The token of any form will do: the language menu's is on every page.
        var start = await browser.GetAsync("/guide");
        var token = start.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!;
        var fields = new[]
        {
            KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("PostalAddress", "Here"),
            KeyValuePair.Create("Text", "More"),
            KeyValuePair.Create("Answer", "Yes"),
            KeyValuePair.Create("State", "delivered"),
            KeyValuePair.Create("Email", Uma),
        };
        Assert.Equal((path, HttpStatusCode.NotFound), (path, posts
            ? (await browser.PostAsync(path, fields)).Status
            : (await browser.GetAsync(path)).Status));
    }
}
