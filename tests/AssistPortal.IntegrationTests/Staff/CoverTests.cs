using System.Net;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class CoverTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private PortalFactory Portal => staff.Portal;

    private PortalClient Browser => staff.Browser;

    [Fact]
    public async Task Swaps_are_suggested_and_applied_together_and_everybody_is_told()
    {
        var order = await Portal.PlaceAsync(MorningOf(16));
        var former = await Portal.ProducerAsync(order.ProducerId);
        var session = await Portal.AddSessionAsync(order, order.Time.Start + Duration.FromHours(2));
        var page = await CoverAsync(former, order);
        Assert.Equal(2, page.All("#step-form .cover-list > li").Count);
        var suggested = page.All("select[name=Choice]")
            .Select(item => Chosen(item.QuerySelector("option[selected]")!))
            .ToList();
        Assert.DoesNotContain(former.Id, suggested);
        Assert.NotEqual(suggested[0], suggested[1]);

        var done = await page.SubmitAsync(new() { ["TimeOff"] = "yes" });
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains(Portal.Words("en", "Producers.Cover.DoneOff|2"), done.Text, StringComparison.Ordinal);
        Assert.Empty(done.All("select[name=Choice]"));
        Assert.Contains(Portal.Words("en", "Producers.Cover.IsOff"), done.Text, StringComparison.Ordinal);
        Assert.Null(done.Find("#step-form button"));
        var told = await Browser.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Contains(
            Portal.Words("en", "Timeline.Reason.Cover"), told.Get(".timeline").TextContent, StringComparison.Ordinal);

        var now = await Portal.ReadAsync(order.RequestNumber);
        Assert.Equal(suggested[0], now.ProducerId);
        Assert.Equal(order.CalendarSequence + 1, now.CalendarSequence);
        var reservation = await Portal.ReservationAsync(order);
        Assert.Equal(now.ProducerId, reservation.ProducerId);
        Assert.All(reservation.Slots, slot => Assert.Equal(now.ProducerId, slot.ProducerId));
        var moved = await Portal.InDatabaseAsync(
            db => db.Set<OrderSession>().AsNoTracking().SingleAsync(item => item.Id == session.Id));
        Assert.Equal((suggested[1], 1), (moved.ProducerId, moved.CalendarSequence));
        Assert.Equal(
            Portal.Clock.GetCurrentInstant(), (await Portal.ProducerAsync(now.ProducerId)).LastAssignedAt);
        Assert.Equal(former.TimeOff.Count + 1, (await Portal.ProducerAsync(former.Id)).TimeOff.Count);
        Assert.Empty(await Portal.NoCoverAsync(order.Id));
        Assert.Equal(
            former.Id, Assert.Single(await Portal.AuditAsync<OrderProducerChanged>(order.Id)).ProducerId.Before);
        Assert.Single(await Portal.AuditAsync("session.producer-changed", $"{order.Id}"));
        var facts = (await Browser.GetAsync($"/staff/audit?subject=Order&subjectId={order.Id}"))
            .All(".audit-facts > div")
            .Select(fact => PortalPage.Squeeze(fact.TextContent))
            .ToList();
        Assert.Contains(facts, fact => fact.StartsWith("Reason Found as cover", StringComparison.Ordinal));

        var mails = await Portal.MailsAboutAsync($"{order.Id}");
        var customer = mails.Single(mail => mail.Row.Cause == ProducerChangedMail.Cause);
        Assert.Equal(order.Contact.Email, customer.Row.Recipient);
        Assert.Equal(now.CalendarSequence, customer.Read.Calendars[0].Sequence);
        Assert.Equal("CANCEL", mails.Single(mail => mail.Row.Cause == ProducerReleasedMail.Cause
            && mail.Row.Recipient == former.Email).Read.Calendars[0].Method);
        Assert.Single(
            mails, mail => mail.Row.Cause == ProducerAssignedMail.Cause && mail.Row.Revision == now.CalendarSequence);
        Assert.Equal(
            3, mails.Count(mail => mail.Row.Cause.StartsWith(SessionSwapMail.Cause, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nothing_is_reserved_only_the_time_off_is_noted()
    {
        var producer = await Portal.InDatabaseAsync(
            db => db.Set<Producer>().AsNoTracking().OrderBy(item => item.Id).FirstAsync());
        var page = await Browser.GetAsync($"/staff/producers/{producer.Id}/cover?From=2027-08-02&To=2027-08-03");
        var done = await page.SubmitAsync(button: "button[name=TimeOff]");
        Assert.Contains(
            Portal.Words("en", "Producers.Notice.OffAdded"),
            done.Get("[role=status]").TextContent,
            StringComparison.Ordinal);
        Assert.Contains(
            (await Portal.ProducerAsync(producer.Id)).TimeOff, off => off.FirstDay == new LocalDate(2027, 8, 2));
    }

    [Fact]
    public async Task Nothing_changes_where_somebody_was_reserved_meanwhile()
    {
        var order = await Portal.PlaceAsync(MorningOf(15));
        var former = await Portal.ProducerAsync(order.ProducerId);
        var session = await Portal.AddSessionAsync(order, order.Time.Start + Duration.FromHours(2));
        var page = await CoverAsync(former, order);
        var wanted = Chosen(page.Get("#Choice-1 option[selected]"));
        await Portal.InDatabaseAsync(async db =>
        {
            db.Add(Reservation.Hold(
                wanted, session.Time, Guid.NewGuid(), Portal.Clock.GetCurrentInstant() + Duration.FromHours(1)));
            await db.SaveChangesAsync();
        });

        var told = await page.SubmitAsync(new() { ["TimeOff"] = "yes" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains(Portal.Words("en", "Producers.Cover.Refused.Taken"), told.ErrorSummary);
        Assert.Contains(Portal.Words("en", $"Producers.Cover.Refused.Item|{order.RequestNumber}"), told.ErrorSummary);
        Assert.Equal(former.Id, (await Portal.ReadAsync(order.RequestNumber)).ProducerId);
        Assert.Equal(former.Id, (await Portal.ReservationAsync(order)).ProducerId);
        Assert.Equal(former.Version, (await Portal.ProducerAsync(former.Id)).Version);
        Assert.Empty(await Portal.AuditAsync("order.producer-changed", $"{order.Id}"));
        Assert.NotEqual(wanted, Chosen(told.Get("#Choice-1 option[selected]")));

        Assert.Equal(HttpStatusCode.OK, (await told.SubmitAsync()).Status);
        Assert.NotEqual(former.Id, (await Portal.ReadAsync(order.RequestNumber)).ProducerId);
    }

    [Fact]
    public async Task Where_nobody_is_free_the_reason_is_told_and_an_assignment_is_refused()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        var order = await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");
        var former = await portal.ProducerAsync(order.ProducerId);
        var page = await browser.GetAsync(
            $"/staff/producers/{former.Id}/cover?From={former.Day(order)}&To={former.Day(order)}");
        Assert.Null(page.Find("select[name=Choice]"));
        Assert.Contains(portal.Words("en", "Producers.Cover.Nobody|0|0|0"), page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"a[href='/staff/orders/{order.RequestNumber}']"));

        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Producer>().Where(item => item.Name == "Lachlan Reid" || item.Name == "Renata Moreira"),
            item => item.SetActive(true)));
        await using var scope = portal.Services.CreateAsyncScope();
        var assignments = scope.ServiceProvider.GetRequiredService<ProducerAssignments>();
        var candidates = (await assignments.ChoicesAsync(order.Id, default))!.Candidates;
        Assert.Equal(
            [CandidateState.IsNow, CandidateState.Free, CandidateState.NotWorking],
            candidates.Select(candidate => candidate.State));
        var actor = await portal.InDatabaseAsync(db => db.Set<PortalUser>().Select(user => user.Id).FirstAsync());
        async Task<AssignOutcome> Assign(int index, int version) => (await assignments.AssignAsync(
            new SeenTime(new AssignedKey(order.Id, SessionId: null), version),
            candidates[index].ProducerId,
            [],
            actor,
            "test",
            words: null,
            default)).Outcome;
        Assert.Equal(AssignOutcome.NotAble, await Assign(2, order.Version));
        Assert.Equal(AssignOutcome.NotAble, await Assign(0, order.Version));
        Assert.Equal(AssignOutcome.Changed, await Assign(1, order.Version - 1));
        Assert.Equal(AssignOutcome.Assigned, await Assign(1, order.Version));
        Assert.Equal(candidates[1].ProducerId, (await portal.ReadAsync(order.RequestNumber)).ProducerId);
    }

    /// <summary>One on which several producers are free, two hours later too, and which no other test takes.</summary>
    private static FreeMoment MorningOf(int day) => new(new LocalDateTime(2027, 3, day, 9, 0));

    private static int Chosen(AngleSharp.Dom.IElement option) =>
        int.TryParse(option.GetAttribute("value")!.Split('.')[3], out var id) ? id : 0;

    private Task<PortalPage> CoverAsync(Producer producer, Order order) =>
        Browser.GetAsync(
            $"/staff/producers/{producer.Id}/cover?From={producer.Day(order)}T00:00&To={producer.Day(order)}T23:45");
}
