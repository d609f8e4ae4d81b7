using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Updates;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Staff.Orders.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>How coordinators move orders, and what becomes of the meeting on the site.</summary>
public sealed class StaffMoveTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private const string Session = "726402117";

    [Theory]
    [InlineData("yes", MeetingFollowUp.Changed)]
    [InlineData(null, MeetingFollowUp.Later)]
    public async Task A_meeting_is_moved_along_where_the_portal_can_and_the_box_is_ticked(
        string? ticked, MeetingFollowUp outcome)
    {
        await staff.Portal.InDatabaseAsync(
            db => db.EditAsync(db.Set<Site>(), site => site.RescheduleBy(ScheduleChange.ChangesByItself, page: null)));
        var order = await staff.Portal.PlaceAsync(package: "mc-premium", session: Session);
        var page = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Contains(Journeys.Host, page.Get("#ordered").TextContent, StringComparison.Ordinal);
        Assert.Contains(order.SessionKey!, page.Get("#ordered").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Find("#ordered a[href^='/staff/users/']"));

        var form = await page.FollowAsync("a[href$='/move']");
        Assert.True(form.Get("input[name=Meeting]").HasAttribute("checked"));
        var next = FreeMoment.Next();
        var fields = next.Fields();
        var moved = await form.SubmitAsync(
            new() { ["StartDate"] = fields["StartDate"], ["StartTime"] = fields["StartTime"], ["Meeting"] = ticked });
        Assert.Contains(
            staff.Portal.Words("en", $"StaffOrder.Meeting.{outcome}"),
            moved.Get("#ordered").TextContent,
            StringComparison.Ordinal);
        var session = await staff.Portal.InDatabaseAsync(
            db => db.Set<MeetingSession>().AsNoTracking().SingleAsync(item => item.MeetingNumber == Session));
        Assert.Equal(outcome == MeetingFollowUp.Changed, session.Start == next.Start);
        Assert.Equal(next.Start, (await staff.Portal.ReadAsync(order.RequestNumber)).Time.Start);
    }

    [Fact]
    public async Task A_session_that_was_not_picked_cannot_be_moved_and_a_click_in_the_picture_fills_the_form()
    {
        var order = await staff.Portal.PlaceAsync();
        var form = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/move");
        Assert.Null(form.Find("input[name=Meeting]"));
        var pick = form.All("button[name=Pick]")[^1].GetAttribute("value")!;
        var filled = await form.SubmitAsync(new() { ["Reason"] = "Because" }, $"button[name=Pick][value='{pick}']");
        Assert.Equal(
            (pick, "Because"), ($"{filled.Value("StartDate")}T{filled.Value("StartTime")}", filled.Value("Reason")));
        Assert.Equal(order.Time.Start, (await staff.Portal.ReadAsync(order.RequestNumber)).Time.Start);
        Assert.Contains(
            staff.Portal.Words("en", "StaffOrderActs.Move.Done"),
            (await filled.SubmitAsync()).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_that_comes_too_late_holds_nobody()
    {
        var order = await staff.Portal.PlaceAsync();
        await staff.Portal.InDatabaseAsync(db => db.Set<Order>().Where(item => item.Id == order.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Version, item => item.Version + 1)));
        await using var scope = staff.Portal.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<StaffMover>().MoveAsync(
            order,
            order.Time.Start + Duration.FromDays(7),
            MeetingFollowUp.Later,
            order.OrderedById,
            reason: null,
            words: null,
            CancellationToken.None);
        Assert.IsType<MoveAnswer.Gone>(answer);
        Assert.False(
            await staff.Portal.InDatabaseAsync(db => db.Set<OrderUpdate>().AnyAsync(item => item.OrderId == order.Id)));
        Assert.False(
            await staff.Portal.InDatabaseAsync(db => db.Set<Reservation>().AnyAsync(item => item.HoldUntil != null)));
    }

    [Fact]
    public async Task Administrators_are_led_to_the_account_that_ordered()
    {
        var order = await staff.Portal.PlaceAsync();
        using var administrator = staff.Portal.CreatePortalClient();
        await administrator.SignInAsync("admin@demo.example");
        var page = await administrator.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Equal(
            $"/staff/users/{order.HostUserId}", (await page.FollowAsync("#ordered a[href^='/staff/users/']")).Path);
    }
}
