using System.Net;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Taking a package or a site out of the offer lists what is still to come before.</summary>
public sealed class StillToComeTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Fact]
    public async Task Whoever_deactivates_sees_orders_held_drafts_and_waiting_wishes_first_and_may_go_on()
    {
        var order = await staff.Portal.OrderAsync();
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        await host.ToMeetingLookupAsync();
        await staff.Portal.InDatabaseAsync(db =>
        {
            db.Add(WaitingWish.Begin(
                new WaitRequest
                {
                    HostUserId = order.HostUserId!.Value,
                    SiteId = order.SiteId,
                    PackageId = order.PackageId,
                    Time = order.Time,
                    Language = "en",
                },
                staff.Portal.Clock.GetCurrentInstant()));
            return db.SaveChangesAsync();
        });

        foreach (var path in new[] { $"/staff/packages/{order.PackageId}", $"/staff/sites/{order.SiteId}/details" })
        {
            var form = await staff.Browser.GetAsync(path);
            var told = await form.SubmitAsync(new(StringComparer.Ordinal) { ["IsActive"] = "no" });
            Assert.Equal(HttpStatusCode.OK, told.Status);
            Assert.NotNull(told.Find($"#still-to-come a[href='/staff/orders/{order.RequestNumber}']"));
            Assert.NotNull(told.Find("#still-to-come a[href^='/staff/schedule?Date=']"));
            Assert.NotNull(told.Find("#still-to-come a[href='/staff/waiting']"));
            Assert.True(await IsActiveAsync(order.PackageId, order.SiteId, path));
            Assert.Equal("no", told.Value("IsActive"));
            Assert.Null((await told.SubmitAsync()).Find("#still-to-come"));
            Assert.False(await IsActiveAsync(order.PackageId, order.SiteId, path));
            await (await staff.Browser.GetAsync(path)).SubmitAsync(
                new(StringComparer.Ordinal) { ["IsActive"] = "yes" });
        }
    }

    private Task<bool> IsActiveAsync(int packageId, int siteId, string path) => staff.Portal.InDatabaseAsync(db =>
        path.Contains("packages", StringComparison.Ordinal)
            ? db.Set<ServicePackage>().AnyAsync(package => package.Id == packageId && package.IsActive)
            : db.Set<Site>().AnyAsync(site => site.Id == siteId && site.IsActive));
}
