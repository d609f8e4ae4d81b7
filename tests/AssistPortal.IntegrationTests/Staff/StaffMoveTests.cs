using System.Globalization;
using System.Net;
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
        Assert.NotNull((await filled.SubmitAsync()).Find(".notice--success"));
        Assert.NotEqual(order.Time.Start, (await staff.Portal.ReadAsync(order.RequestNumber)).Time.Start);
    }

    [Fact]
    public async Task D3_Who_produces_it_at_another_time_is_told_before_and_another_can_be_chosen()
    {
        var order = await staff.Portal.PlaceAsync();
        var (former, next) = (await staff.Portal.ProducerAsync(order.ProducerId), MorningOf(17));
        var form = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/move");
        Assert.Null(form.Find("#ProducerId"));
        var stays = await ForecastAsync(order, next);
        Assert.Equal(former.Name, stays.Get("label[for=ProducerId]").TextContent);
        Assert.Contains(
            staff.Portal.Words("en", $"Times.Forecast.Stays|{former.Name}"),
            stays.Get("#ProducerId-hint").TextContent,
            StringComparison.Ordinal);

        // In the evening, when the other tests of the class order nothing.
        await staff.Portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(7) + Duration.FromHours(8));
        await staff.Portal.TakeOffAsync(former.Id, Around(next));
        var changes = await ForecastAsync(order, next);
        var ids = changes.All("input[name=ProducerId]").Select(input => input.GetAttribute("value")!).ToList();
        var names = changes.All("label[for^=ProducerId]").Select(label => label.TextContent).ToList();
        Assert.True(ids.Count >= 2, "Others are free.");
        Assert.Equal("", ids[0]);
        Assert.DoesNotContain(former.Name, names);
        var hint = changes.Get("#ProducerId-hint").TextContent;
        Assert.Contains(
            staff.Portal.Words("en", $"Times.Forecast.Changes|{former.Name}|{names[0]}"),
            hint,
            StringComparison.Ordinal);
        Assert.Contains(staff.Portal.Words("en", "Sessions.SessionKind.Rehearsal"), hint, StringComparison.Ordinal);

        var filled = await form.SubmitAsync(Fields(next), "button[name=FreeTimes]");
        var moved = await filled.SubmitAsync(new() { ["ProducerId"] = ids[^1] });
        Assert.Contains(
            staff.Portal.Words("en", $"StaffOrderActs.Move.Done.Other|{names[^1]}|{former.Name}"),
            moved.Text,
            StringComparison.Ordinal);
        var now = await staff.Portal.ReadAsync(order.RequestNumber);
        Assert.Equal((ids[^1], next.Start), ($"{now.ProducerId}", now.Time.Start));
        Assert.Equal(now.ProducerId, (await staff.Portal.ReservationAsync(order)).ProducerId);
    }

    [Fact]
    public async Task D3_A_chosen_producer_who_is_not_free_any_more_is_told_and_nobody_else_gets_the_order()
    {
        var (order, next) = (await staff.Portal.PlaceAsync(), MorningOf(18));
        var form = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/move");
        var filled = await form.SubmitAsync(Fields(next), "button[name=FreeTimes]");
        var chosen = filled.All("input[name=ProducerId]")[^1].GetAttribute("value")!;
        await staff.Portal.TakeOffAsync(int.Parse(chosen, CultureInfo.InvariantCulture), Around(next));

        var refused = await filled.SubmitAsync(new() { ["ProducerId"] = chosen });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            staff.Portal.Words("en", "StaffOrderActs.Move.Taken"), refused.Get("#ProducerId-error").TextContent);
        Assert.DoesNotContain(
            chosen, refused.All("input[name=ProducerId]").Select(input => input.GetAttribute("value")));
        var now = await staff.Portal.ReadAsync(order.RequestNumber);
        Assert.Equal((order.ProducerId, order.Time.Start), (now.ProducerId, now.Time.Start));
        Assert.False(
            await staff.Portal.InDatabaseAsync(db => db.Set<Reservation>().AnyAsync(item => item.HoldUntil != null)));
    }

    [Fact]
    public async Task The_end_of_all_days_is_too_far()
    {
        var order = await staff.Portal.PlaceAsync();
        var path = $"/staff/orders/{order.RequestNumber}/move";
        var strip = await staff.Browser.GetAsync($"{path}/free-times?StartDate=9999-12-31&StartTime=23:45");
        Assert.Equal(HttpStatusCode.OK, strip.Status);
        var refused = await (await staff.Browser.GetAsync(path)).SubmitAsync(
            new() { ["StartDate"] = "9999-12-31", ["StartTime"] = "23:45" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["StartDate"], refused.Errors.Keys);
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
            new StaffMove(order.Time.Start + Duration.FromDays(7), MeetingFollowUp.Later),
            order.OrderedById,
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

    private Task<PortalPage> ForecastAsync(Order order, FreeMoment moment) => staff.Browser.GetAsync(
        $"/staff/orders/{order.RequestNumber}/move/free-times?StartDate={moment.Fields()["StartDate"]}"
            + $"&StartTime={Uri.EscapeDataString(moment.Fields()["StartTime"]!)}");

    private static Dictionary<string, string?> Fields(FreeMoment moment) => new()
    {
        ["StartDate"] = moment.Fields()["StartDate"], ["StartTime"] = moment.Fields()["StartTime"],
    };

    /// <summary>When several producers are free.</summary>
    private static FreeMoment MorningOf(int day) => new(new LocalDateTime(2027, 3, day, 9, 0));

    private static Interval Around(FreeMoment moment) =>
        new(moment.Start - Duration.FromHours(1), moment.Start + Duration.FromHours(3));
}
