using System.Globalization;
using System.Net;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Case D18: all sessions of an order are planned on one page, with one mail to each reader.</summary>
public sealed class SessionPlanTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private PortalFactory Portal => staff.Portal;

    private PortalClient Browser => staff.Browser;

    [Fact]
    public async Task D18_three_sessions_are_planned_at_once_with_one_mail_to_each_reader()
    {
        var order = await Portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1.5" });
        var page = await PageAsync(order);
        Assert.Equal(
            ["PlanningCall", "Consultation", "Rehearsal", "Rehearsal"],
            Enumerable.Range(0, 4).Select(line => page.Value($"Lines[{line}].Kind")));
        Assert.Equal("30", page.Value("Lines[3].DurationMinutes"));

        // Without script a day and a start are picked line by line; the rest of the form stays as it is typed.
        var days = Days(page);
        page = await PickAsync(page, 0, days[0]);
        page = await PickAsync(page, 2, days[0]);
        page = await PickAsync(page, 3, days[1]);
        Assert.Equal("15", page.Value("Lines[0].DurationMinutes"));

        // The first rehearsal would begin with the planning call.
        var clashing = await page.SubmitAsync(new(StringComparer.Ordinal) { ["MessageToCustomer"] = "See you then" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clashing.Status);
        Assert.Equal(
            [
                ("Lines-0.StartTime", Words("Plan.Clash|Rehearsal")),
                ("Lines-2.StartTime", Words("Plan.Clash|Planning call")),
            ],
            clashing.Errors.Select(error => (error.Key, error.Value)).Order());
        Assert.Equal(
            (page.Value("Lines[3].StartTime"), "See you then"),
            (clashing.Value("Lines[3].StartTime"), clashing.Value("MessageToCustomer")));
        Assert.Empty(await Portal.SessionsAsync(order));

        page = await PickAsync(clashing, 2, days[2]);
        var done = await page.SubmitAsync();
        Assert.Contains(Words("Plan.Done|3"), done.Text, StringComparison.Ordinal);
        var sessions = (await Portal.SessionsAsync(order)).OrderBy(session => session.Start).ToList();
        Assert.Equal(
            [SessionKind.PlanningCall, SessionKind.Rehearsal, SessionKind.Rehearsal],
            sessions.Select(session => session.Kind));
        var mails = (await Portal.MailsAboutAsync($"{order.Id}"))
            .Where(mail => mail.Row.Cause.StartsWith("session", StringComparison.Ordinal)
                || mail.Row.Cause.StartsWith(SessionMail.Cause, StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            [SessionPlanMail.CauseOf(SessionReader.Customer), SessionPlanMail.CauseOf(SessionReader.Producer)],
            mails.Select(mail => mail.Row.Cause).Order());
        foreach (var (row, read) in mails)
        {
            var isCustomer = row.Recipient == order.Contact.Email;
            Assert.All(read.Calendars, calendar => Assert.Equal(("REQUEST", 1), (calendar.Method, calendar.Events)));
            Assert.Equal(
                sessions.Select(session => isCustomer ? session.CalendarUid : session.ProducerCalendarUid),
                read.Calendars.Select(calendar => calendar.Uid));
            Assert.Equal(
                sessions.Select(session => session.Start.ToDateTimeOffset()),
                read.Calendars.Select(calendar => calendar.Start!.Value));
            Assert.Equal(isCustomer, read.Text!.Contains("See you then", StringComparison.Ordinal));
            Assert.Empty(read.Defects);
        }

        // Moved to another producer and another time, with the consultation on top: what stays is told to nobody.
        page = await PageAsync(order);
        var (call, rehearsal) = (LineOf(page, sessions[0]), LineOf(page, sessions[1]));
        var other = page.All($"select[name='Lines[{call}].ProducerId'] option")
            .Select(option => option.GetAttribute("value")!)
            .First(id => id != $"{order.ProducerId}");
        page = await page.SubmitAsync(
            new(StringComparer.Ordinal) { [$"Lines[{call}].ProducerId"] = other },
            $"button[name='Lines[{call}].FreeTimes']");
        page = await PickAsync(page, call, Days(page, call).Except([days[1], days[2], days[4]]).First());
        page = await PickAsync(page, 0, days[4]);
        await page.SubmitAsync();
        mails = [.. (await Portal.MailsAboutAsync($"{order.Id}"))
            .Where(mail => mail.Row.Cause.StartsWith(SessionPlanMail.Cause, StringComparison.Ordinal))
            .Skip(2)];
        Assert.Equal(3, mails.Count);
        var (first, second) = (
            await Portal.ProducerAsync(order.ProducerId),
            await Portal.ProducerAsync(int.Parse(other, CultureInfo.InvariantCulture)));
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [order.Contact.Email] = "REQUEST 0, REQUEST 1",
                [first.Email] = "CANCEL 1, REQUEST 0",
                [second.Email] = "REQUEST 1",
            },
            mails.ToDictionary(
                mail => mail.Row.Recipient,
                mail => string.Join(", ", mail.Read.Calendars
                    .DistinctBy(entry => entry.Uid)
                    .Select(entry => $"{entry.Method} {entry.Sequence}")
                    .Order(StringComparer.Ordinal)),
                StringComparer.Ordinal));
        Assert.Equal(0, (await Portal.SessionsAsync(order)).Single(item => item.Id == sessions[1].Id).CalendarSequence);
        Assert.Equal($"{sessions[1].Version}", page.Value($"Lines[{rehearsal}].Version"));

        // The first mail tells a time that has changed: what it says of the others is told anew, once.
        foreach (var reader in new[] { order.Contact.Email, first.Email })
        {
            var isCustomer = reader == order.Contact.Email;
            var former = (await Portal.MailsAboutAsync($"{order.Id}")).First(mail =>
                mail.Row.Recipient == reader
                && mail.Row.Cause.StartsWith(SessionPlanMail.Cause, StringComparison.Ordinal)).Row;
            var outdated = await Browser.GetAsync($"/staff/mail/{former.Id}");
            Assert.Null(outdated.Find("#resend-form"));
            var told = await outdated.SubmitFormAsync("#sessions-form");
            Assert.Contains(Portal.Words("en", "StaffMail.Notice.Sessions"), told.Text, StringComparison.Ordinal);
            Assert.Null(told.Find("#sessions-form"));
            Assert.Equal(HttpStatusCode.Conflict, (await outdated.SubmitFormAsync("#sessions-form")).Status);
            var anew = (await Portal.MailsAboutAsync($"{order.Id}"))[^1];
            Assert.Equal(reader, anew.Row.Recipient);
            Assert.Equal(
                sessions.Skip(1).Select(session =>
                    (isCustomer ? session.CalendarUid : session.ProducerCalendarUid, "REQUEST", (int?)0)),
                anew.Read.Calendars.DistinctBy(entry => entry.Uid)
                    .Select(entry => (entry.Uid!, entry.Method!, entry.Sequence)));
        }

        Assert.Equal(
            [2, 2], (await Portal.AuditAsync<SessionsToldAgain>(order.Id)).Select(act => act.Sessions));
    }

    [Fact]
    public async Task D18_a_line_that_is_refused_leaves_all_others_undone_and_the_second_coordinator_is_told()
    {
        var order = await Portal.OrderAsync();
        var page = await PageAsync(order);
        Assert.Equal(
            Words("Plan.Do"),
            page.All("button[form=step-form], #step-form button:not([type=button])")[0].TextContent.Trim());
        var days = Days(page);
        page = await PickAsync(await PickAsync(page, 0, days[0]), 1, days[1]);
        var second = page;
        var refused = await page.SubmitAsync(new(StringComparer.Ordinal)
        {
            ["Lines[1].StartDate"] = $"{order.Time.LocalStart.Date.PlusDays(1):uuuu-MM-dd}",
            ["Lines[2].StartTime"] = "9:07",
        });
        Assert.Equal(
            ["Lines-2.StartDate", "Lines-2.StartTime"], refused.Errors.Keys.Order(StringComparer.Ordinal));
        refused = await refused.SubmitAsync(new(StringComparer.Ordinal) { ["Lines[2].StartTime"] = "" });
        Assert.Equal(
            ("Lines-1.StartDate", Words("Session.NotPossible")),
            Assert.Single(refused.Errors) is var error ? (error.Key, error.Value) : default);
        Assert.Empty(await Portal.SessionsAsync(order));
        Assert.Equal(
            ["Lines-0.StartDate"],
            (await (await PageAsync(order)).SubmitAsync()).Errors.Keys);

        await Portal.ScheduleAsync(Browser, order);
        var told = await second.SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.NotNull(told.Find("#changed-meanwhile"));
        Assert.Contains(
            second.Value("Lines[1].StartDate"),
            told.All("input[name$='.StartDate']").Select(field => field.GetAttribute("value")));
        Assert.Single(await Portal.SessionsAsync(order));
    }

    private static int LineOf(PortalPage page, OrderSession session) => Enumerable.Range(0, 9)
        .First(line => page.Value($"Lines[{line}].SessionId") == $"{session.Id}");

    /// <summary>The days on which the line's producer has time.</summary>
    private static List<string> Days(PortalPage page, int line = 0) =>
        [.. page.All($"button[name='Lines[{line}].Day'][data-free='1']").Select(day => day.GetAttribute("value")!)];

    private static async Task<PortalPage> PickAsync(PortalPage page, int line, string day) =>
        await (await page.SubmitAsync(button: $"button[name='Lines[{line}].Day'][value='{day}']"))
            .SubmitAsync(button: $"button[name='Lines[{line}].Pick']");

    private string Words(string key) => Portal.Words("en", $"Sessions.{key}");

    private Task<PortalPage> PageAsync(Order order) =>
        Browser.GetAsync($"/staff/orders/{order.RequestNumber}/sessions/plan");
}
