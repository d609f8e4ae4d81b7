using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Managing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Managing;

/// <summary>The ways through updating and cancelling that the journey does not take.</summary>
public sealed class ManagingBranchTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Session = "726402117";

    private static readonly Look Desk = new("en", "light", 1280);
    private static readonly Look Phone = new("zh-Hant", "dark", 375) { Script = false };

    public static TheoryData<bool> WithAndWithoutScript => [true, false];

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public Task What_becomes_of_the_meeting_is_told_on_the_confirmation(
        bool script) => VisitAsHostAsync(LookOf(script), async visitor =>
    {
        // Changed before; to be changed later.
        var order = await Portal.PlaceAsync();
        await MoveAsync(visitor, order, FreeMoment.Next(), "yes");
        await AssertMeetingAsync(visitor, "Meeting.DoneBefore");
        await visitor.CheckAsync("manage-branch-done-before");
        await MoveAsync(visitor, order, FreeMoment.Next(), "no", "no");
        await AssertMeetingAsync(visitor, "Meeting.Later");
        await visitor.CheckAsync("manage-branch-later");

        // By the portal itself; in vain, where the meeting is gone.
        await Portal.InDatabaseAsync(
            db => db.EditAsync(db.Set<Site>(), site => site.RescheduleBy(ScheduleChange.ChangesByItself, page: null)));
        var picked = await Portal.PlaceAsync(package: "mc-premium", session: script ? Session : "72640198027");
        await MoveAsync(visitor, picked, FreeMoment.Next(), "no", "yes");
        await AssertMeetingAsync(visitor, "Meeting.Changed");
        var gone = Guid.Parse(picked.SessionKey!);
        await Portal.InDatabaseAsync(
            db => db.Set<MeetingSession>().Where(session => session.Id == gone).ExecuteDeleteAsync());
        await MoveAsync(visitor, picked, FreeMoment.Next(), "no", "yes");
        await AssertMeetingAsync(visitor, "Meeting.Failed");
        await visitor.CheckAsync("manage-branch-failed");
        await Portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Site>(), site => site.RescheduleBy(ScheduleChange.OpensSchedulingPage, page: null)));
    });

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task Who_was_away_or_second_loses_nothing(bool script)
    {
        var order = await Portal.PlaceAsync(email: $"away-{script}@customer.example");
        await VisitAsync(LookOf(script), async visitor =>
        {
            await FindAsync(visitor, order);
            await visitor.PressAsync("button[name=update]");
            var wish = FreeMoment.Next();
            await FillAsync(visitor, wish);

            // Somebody else moves it meanwhile.
            var (other, page) = await Portal.FindAsync(order);
            using (other)
            {
                var lookup = (await page.MoveAsync(other, FreeMoment.Next())).At("meeting-lookup");
                (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
            }

            await visitor.PressAsync("#step-form button[data-busy]");
            await Assertions.Expect(visitor.At(".notice--warning h2")).ToHaveTextAsync(Say(visitor, "Changed.Title"));
            await visitor.CheckAsync("manage-branch-changed");

            // Access ends, and what was typed waits for the next search.
            await visitor.Profile.ClearCookiesAsync(
                new BrowserContextClearCookiesOptions { Name = $"portal-order-{order.Number}" });
            await visitor.PressAsync("#step-form button[data-busy]");
            await visitor.CheckAsync("manage-branch-access-ended");
            await visitor.At("#Email").FillAsync(order.Contact.Email);
            await visitor.PressAsync("main form button");
            await visitor.CheckAsync("manage-branch-access-again");
            await visitor.PressAsync("main form button");
            await visitor.At("input[name=ScheduleUpdated][value=yes]").CheckAsync();
            await visitor.PressAsync("#step-form button[data-busy]");
            Assert.Equal(wish.Start, (await Portal.ReadAsync(order.RequestNumber)).Time.Start);
        });
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public Task What_has_begun_or_is_over_says_so(bool script) => VisitAsHostAsync(LookOf(script), async visitor =>
    {
        var order = await Portal.PlaceAsync();
        foreach (var (phase, start) in new[]
        {
            (OrderPhase.Running, "2026-12-01 08:30:00"),
            (OrderPhase.Over, "2026-12-01 07:00:00"),
        })
        {
            await Portal.InDatabaseAsync(
                db => db.Database.ExecuteSqlAsync($"UPDATE Orders SET Start = {start} WHERE Number = {order.Number}"));
            await visitor.GoAsync($"/assist/manage/{order.RequestNumber}/availability");
            await Assertions.Expect(visitor.At("main .notice h2"))
                .ToHaveTextAsync(Say(visitor, $"Phase.{phase}.Title"));
            await Assertions.Expect(visitor.At("main form")).ToHaveCountAsync(0);
            await visitor.CheckAsync($"manage-branch-{phase}");
        }
    });

    private static Look LookOf(bool script) => script ? Desk : Phone;

    private static async Task FindAsync(Visitor visitor, Order order)
    {
        await visitor.GoAsync("/assist/manage");
        await visitor.At("#RequestNumber").FillAsync(order.RequestNumber.ToString());
        await visitor.At("#Email").FillAsync(order.Contact.Email);
        await visitor.PressAsync("main form button");
    }

    private static async Task MoveAsync(
        Visitor visitor, Order order, FreeMoment moment, string updated, string? now = null)
    {
        await visitor.GoAsync($"/assist/manage/{order.RequestNumber}/availability?update=true");
        await FillAsync(visitor, moment);
        await visitor.PressAsync("#step-form button[data-busy]");
        await visitor.At($"input[name=ScheduleUpdated][value={updated}]").CheckAsync();
        if (now is not null)
        {
            await visitor.At($"input[name=UpdateNow][value={now}]").CheckAsync();
        }

        await visitor.PressAsync("#step-form button[data-busy]");
    }

    private static async Task FillAsync(Visitor visitor, FreeMoment moment)
    {
        foreach (var (field, value) in Customers.To(moment))
        {
            await visitor.At($"#{field}").FillAsync(value!);
        }
    }

    private static Task AssertMeetingAsync(Visitor visitor, string key) =>
        Assertions.Expect(visitor.At("main .notice p").First).ToHaveTextAsync(Say(visitor, key));

    private static string Say(Visitor visitor, string key) => Words.Of<ManagingTexts>(visitor.Look.Language, key);
}
