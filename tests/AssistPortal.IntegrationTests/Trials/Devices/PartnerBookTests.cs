using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class PartnerBookTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    [Fact]
    public async Task A_partner_is_added_and_its_administrators_come_and_go_with_the_role()
    {
        var newcomer = await scene.Portal.AddUserAsync("Newcomer");
        using var desk = await scene.SignedInAsync(Hedda);
        var list = await desk.GetAsync("/staff/trials/partners");
        var taken = await list.SubmitAsync(new() { ["Name"] = "Blue Partners", ["Email"] = "sales@blue.example" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Equal(scene.Portal.Words("en", "HelpDesk.Partner.Name.Taken"), taken.Errors["Name"]);

        var page = await taken.SubmitAsync(new() { ["Name"] = "Green Partners", ["Email"] = "sales@green.example" });
        Assert.Equal("Green Partners", page.Heading);
        foreach (var (email, why) in new[] { ("nobody@hosts.example", "Unknown"), (Pia, "OtherPartner") })
        {
            var refused = await page.SubmitAsync(new() { ["Email"] = email });
            Assert.Equal(scene.Portal.Words("en", $"HelpDesk.Member.{why}"), refused.Errors["Email"]);
        }

        page = await page.SubmitAsync(new() { ["Email"] = newcomer.ToUpperInvariant() });
        using var partner = await scene.SignedInAsync(newcomer);
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync("/trials/shipment-question")).Status);
        var gone = await page.SubmitFormAsync("form[action$='/remove']");
        Assert.Empty(gone.All("tbody tr"));
        Assert.False(await scene.InDatabaseAsync(db => db.Set<PartnerMember>()
            .Join(db.Users, member => member.UserId, user => user.Id, (_, user) => user.Email)
            .AnyAsync(email => email == newcomer)));
        using var again = await scene.SignedInAsync(newcomer);
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync("/trials/shipment-question")).Status);
    }
}
