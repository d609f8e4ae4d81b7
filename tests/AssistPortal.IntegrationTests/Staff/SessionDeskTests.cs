using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Planning calls, consultations and rehearsals, as coordinators schedule them.</summary>
public sealed class SessionDeskTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private PortalFactory Portal => staff.Portal;

    private PortalClient Browser => staff.Browser;

    [Fact]
    public async Task Sessions_are_scheduled_moved_and_end_with_their_order()
    {
        var order = await Portal.OrderAsync();
        Assert.Contains(
            Words("Sessions.Hours|1 hour 45 minutes|6 hours 30 minutes|4 hours 45 minutes"),
            (await PageAsync(order)).Text,
            StringComparison.Ordinal);
        var form = await (await PageAsync(order, "/sessions?kind=Rehearsal")).PickAsync();
        Dictionary<string, string?> fields =
            new(StringComparer.Ordinal) { ["Kind"] = "Rehearsal", ["DurationMinutes"] = "60" };
        Assert.Contains(Words("Session.Scheduled"), (await form.SubmitAsync(fields)).Text, StringComparison.Ordinal);
        (fields["StartDate"], fields["StartTime"]) = (form.Value("StartDate"), form.Value("StartTime"));
        Assert.Equal(["StartTime"], (await (await PageAsync(order, "/sessions")).SubmitAsync(fields)).Errors.Keys);
        fields["StartDate"] = $"{order.Time.LocalStart.Date.PlusDays(1):uuuu-MM-dd}";
        Assert.Equal(["StartDate"], (await (await PageAsync(order, "/sessions")).SubmitAsync(fields)).Errors.Keys);

        var session = Assert.Single(await Portal.SessionsAsync(order));
        var moved = await (await (await PageAsync(order, $"/sessions?id={session.Id}")).PickAsync(1)).SubmitAsync();
        Assert.Contains(Words("Session.Moved"), moved.Text, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await Portal.SessionsAsync(order)).CalendarSequence);
        await (await PageAsync(order, "/cancel")).SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "charge" });
        Assert.True(Assert.Single(await Portal.SessionsAsync(order)).IsCancelled);
        Assert.Empty(await Portal.ReservationsAsync(session));
        var mails = await Portal.MailsAboutAsync($"{order.Id}");
        foreach (var act in Enum.GetValues<SessionAct>())
        {
            Assert.Single(mails, mail => mail.Row.Cause == SessionMail.CauseOf(act, SessionReader.Customer));
            var producer = Assert.Single(
                mails, mail => mail.Row.Cause == SessionMail.CauseOf(act, SessionReader.Producer));
            Assert.Contains(
                Portal.Words("en", "Assist.Producer.Reserved"), producer.Read.Text, StringComparison.Ordinal);
            Assert.Contains("of the customer’s order", producer.Row.Subject, StringComparison.Ordinal); // D12
        }
    }

    [Fact]
    public async Task A_session_goes_to_another_producer_and_back_and_each_calendar_follows()
    {
        var order = await Portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1" });
        var session = await Portal.ScheduleAsync(Browser, order);
        Assert.Equal(60, session.DurationMinutes);
        var page = await PageAsync(order, $"/sessions?id={session.Id}");
        var other = page.All("select[name=ProducerId] option")
            .Select(option => option.GetAttribute("value")!)
            .First(id => id != $"{order.ProducerId}");
        var shown = await page.SubmitAsync(
            new(StringComparer.Ordinal) { ["ProducerId"] = other, ["DurationMinutes"] = "15" },
            "button[name=FreeTimes]");
        Assert.Equal((other, "15"), (shown.Value("ProducerId"), shown.Value("DurationMinutes")));
        await (await shown.PickAsync()).SubmitAsync();
        var given = Assert.Single(await Portal.SessionsAsync(order));
        Assert.Equal((other, 15, 1), ($"{given.ProducerId}", given.DurationMinutes, given.CalendarSequence));
        var back = session.Start.InZone(order.Time.LocalStart.Zone);
        await (await PageAsync(order, $"/sessions?id={session.Id}")).SubmitAsync(new(StringComparer.Ordinal)
        {
            ["ProducerId"] = $"{order.ProducerId}", ["DurationMinutes"] = "60",
            ["StartDate"] = $"{back.Date:uuuu-MM-dd}", ["StartTime"] = $"{back.TimeOfDay:HH:mm}",
        });
        Assert.Equal((order.ProducerId, session.Start, 2), Assert.Single(await Portal.SessionsAsync(order)) is var last
            ? (last.ProducerId, last.Start, last.CalendarSequence)
            : default);

        var mails = await Portal.MailsAboutAsync($"{order.Id}");
        var (first, second) =
            (await Portal.ProducerAsync(order.ProducerId), await Portal.ProducerAsync(given.ProducerId));
        Assert.Equal(
            [(first.Email, "CANCEL", 1), (second.Email, "CANCEL", 2)],
            mails
                .Where(mail => mail.Row.Cause == SessionSwapMail.CauseOf(SessionSwapReader.Released))
                .Select(mail => (mail.Row.Recipient, mail.Read.Calendars[0].Method, mail.Read.Calendars[0].Sequence)));
        Assert.Equal(
            [(second.Email, 1), (first.Email, 2)],
            mails
                .Where(mail => mail.Row.Cause == SessionSwapMail.CauseOf(SessionSwapReader.Assigned))
                .Select(mail => (mail.Row.Recipient, mail.Read.Calendars[0].Sequence)));
        Assert.Equal(
            2, mails.Count(mail => mail.Row.Cause == SessionMail.CauseOf(SessionAct.Moved, SessionReader.Customer)));
    }

    [Fact]
    public async Task Nobody_is_booked_who_does_not_work_or_is_not_there()
    {
        var order = await Portal.OrderAsync();
        var form = await (await PageAsync(order, "/sessions")).PickAsync();
        var zone = DateTimeZoneProviders.Tzdb[(await Portal.ProducerAsync(order.ProducerId)).TimeZone];
        var night = order.Time.Start.InZone(zone)
            .Date.PlusDays(-7)
            .AtMidnight()
            .PlusHours(3)
            .InZoneLeniently(zone)
            .WithZone(order.Time.LocalStart.Zone);
        foreach (var changes in new Dictionary<string, string?>[]
        {
            new(StringComparer.Ordinal)
            {
                ["StartDate"] = $"{night.Date:uuuu-MM-dd}",
                ["StartTime"] = $"{night.TimeOfDay:HH:mm}",
            },
            new(StringComparer.Ordinal) { ["ProducerId"] = "987654" },
        })
        {
            var refused = await form.SubmitAsync(changes);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal(Words("Session.NotAble"), refused.Errors["StartTime"]);
        }

        Assert.Empty(await Portal.SessionsAsync(order));
    }

    [Fact]
    public async Task Missing_cover_is_named_and_settled_with_the_time_that_lacks_it_and_not_before()
    {
        var order = await Portal.OrderAsync();
        var session = await Portal.ScheduleAsync(Browser, order);
        await Portal.TakeOffAsync(session.ProducerId, session.Time);
        var page = await PageAsync(order);
        Assert.Equal(
            $"/staff/orders/{order.RequestNumber}/sessions?id={session.Id}",
            Assert.Single(page.All("#uncovered a")).GetAttribute("href"));

        var moment = FreeMoment.Next();
        Assert.Contains(
            Portal.Words("en", "StaffOrderActs.Move.Done"),
            (await (await PageAsync(order, "/move")).SubmitAsync(Customers.To(moment))).Text,
            StringComparison.Ordinal);
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.NoCover));
        var now = await Portal.ReadAsync(order.RequestNumber);
        var moved = await (await (await PageAsync(
            order, $"/sessions?id={session.Id}&producer={now.ProducerId}")).PickAsync(1)).SubmitAsync();
        Assert.Contains(Words("Session.Moved"), moved.Text, StringComparison.Ordinal);
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.NoCover));
    }

    [Fact]
    public async Task A_matter_that_is_not_due_any_more_cannot_be_dealt_with()
    {
        var order = await Portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1" });
        var page = await PageAsync(order);
        await Portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .Where(item => item.OrderId == order.Id && item.Reason == AttentionReason.Session)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.DueAt, order.Time.Start)));
        Assert.Equal(HttpStatusCode.Conflict, (await page.SubmitFormAsync("form[action$='/settle']")).Status);
        Assert.True(await Portal.InDatabaseAsync(db =>
            db.Set<OrderAttention>()
                .AnyAsync(item => item.OrderId == order.Id && item.Reason == AttentionReason.Session)));
    }

    [Fact]
    public async Task What_was_dealt_with_comes_back_only_when_less_is_scheduled_than_before()
    {
        var order = await Portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1.5" });
        await (await PageAsync(order)).SubmitFormAsync("form[action$='/settle']");
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Session));
        var session = await Portal.ScheduleAsync(Browser, order);
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Session));
        await (await PageAsync(order, $"/sessions/{session.Id}/cancel")).SubmitAsync();
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Session));
    }

    [Fact]
    public async Task A_rehearsal_is_owed_until_it_is_there_in_full_and_again_once_it_is_cancelled()
    {
        var order = await Portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1.5" });
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Session));
        var first = await Portal.ScheduleAsync(Browser, order);
        Assert.Equal((SessionKind.Rehearsal, 60), (first.Kind, first.DurationMinutes));
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Session));
        Assert.Contains(
            Words("Need.Ordered|Rehearsal|1 hour 30 minutes|1 hour"),
            (await PageAsync(order)).Text,
            StringComparison.Ordinal);
        var second = await Portal.ScheduleAsync(Browser, order);
        Assert.Equal((SessionKind.Rehearsal, 30), (second.Kind, second.DurationMinutes));
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Session));
        Assert.DoesNotContain(Words("Need.Owed"), (await PageAsync(order)).Text, StringComparison.Ordinal);

        var asked = await (await PageAsync(order)).FollowAsync($"a[href$='/{second.Id}/cancel']");
        Assert.Contains(Words("Session.Cancel.Owed"), asked.Text, StringComparison.Ordinal);
        Assert.False((await Portal.SessionsAsync(order))[1].IsCancelled);
        Assert.Contains(Words("Session.Cancelled"), (await asked.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.True((await Portal.SessionsAsync(order))[1].IsCancelled);
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Session));
        Assert.Equal(HttpStatusCode.Conflict, (await asked.SubmitAsync()).Status);
    }

    [Fact]
    public async Task Of_two_coordinators_who_schedule_the_same_the_second_is_told_and_keeps_what_was_typed()
    {
        var order = await Portal.OrderAsync();
        var first = await (await PageAsync(order, "/sessions")).PickAsync();
        var second = await (await PageAsync(order, "/sessions?kind=Rehearsal")).PickAsync(1);
        await first.SubmitAsync();
        Dictionary<string, string?> typed =
            new(StringComparer.Ordinal) { ["Kind"] = "Rehearsal", ["DurationMinutes"] = "45" };
        var told = await second.SubmitAsync(typed);
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.NotNull(told.Find("#changed-meanwhile"));
        Assert.Equal(
            ("45", second.Value("StartDate"), second.Value("StartTime")),
            (told.Value("DurationMinutes"), told.Value("StartDate"), told.Value("StartTime")));
        Assert.Single(await Portal.SessionsAsync(order));
        Assert.Contains(Words("Session.Scheduled"), (await told.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Portal.SessionsAsync(order)).Count);
    }

    [Fact]
    public async Task A_moved_sessions_own_time_counts_as_free()
    {
        var order = await Portal.OrderAsync();
        var session = await Portal.ScheduleAsync(Browser, order);
        var local = session.Start.InZone(order.Time.LocalStart.Zone).LocalDateTime;
        var own = $"button[name=Pick][value='{local:uuuu-MM-dd'T'HH:mm}']";
        Assert.NotNull((await PageAsync(order, $"/sessions?id={session.Id}")).Find(own));
        var day = $"button[name=Day][value='{local:uuuu-MM-dd}']";
        Assert.Null((await (await PageAsync(order, "/sessions")).SubmitAsync(button: day)).Find(own));
    }

    [Fact]
    public async Task Customer_and_producer_may_have_one_address()
    {
        var order = await Portal.OrderAsync();
        await Portal.InDatabaseAsync(db => db.Set<Producer>().Where(item => item.Id == order.ProducerId)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, order.Contact.Email)));
        await Portal.ScheduleAsync(Browser, order);
        Assert.Equal(2, (await Portal.MailsAboutAsync($"{order.Id}")).Count(
            mail => mail.Row.Cause.StartsWith(SessionMail.Cause, StringComparison.Ordinal)));
    }

    private string Words(string key) => Portal.Words("en", $"Sessions.{key}");

    private Task<PortalPage> PageAsync(Order order, string at = "") =>
        Browser.GetAsync($"/staff/orders/{order.RequestNumber}{at}");
}
