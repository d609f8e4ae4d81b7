using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class SubmitTests
{
    private const string Sophia = "sophia.grant@northwind.example";
    private static readonly Duration JustTooLong = Duration.FromMinutes(31);

    private static readonly Dictionary<string, string?> Typed = Journeys.EventFields(new()
    {
        ["Topic"] = "Kept 🎉 <topic>",
        ["Agenda"] = "\none\ntwo",
        ["OtherComments"] = "kept too",
        ["SessionWish1"] = "2027-01-05T14:00",
    });

    [Fact]
    public async Task Clicking_submit_many_times_gives_one_order_one_mail_to_each_and_the_same_confirmation()
    {
        using var portal = new PortalFactory();
        using var browser = await HostAsync(portal, Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => step.SubmitAsync(Typed)));
        Assert.All(
            pages, page => Assert.True(page.Status == HttpStatusCode.OK && page.Title.Length > 0, page.Describe()));
        var number = Assert.Single(pages.Select(page => page.At("confirmation").RequestNumber()).Distinct());
        Assert.Equal(number, (await step.SubmitAsync(Typed)).At("confirmation").RequestNumber());

        var order = await portal.OrderAsync(pages[0]);
        var draft = step.Draft();
        Assert.Equal(1, await portal.InDatabaseAsync(db => db.Set<Order>().CountAsync(item => item.DraftId == draft)));
        Assert.Equal(
            ["order.placed", "producer.assigned"],
            await portal.InDatabaseAsync(db => db.Set<OutboxMail>()
                .Where(mail => mail.SubjectId == $"{order.Id}")
                .OrderBy(mail => mail.CreatedAt)
                .Select(mail => mail.Cause)
                .ToListAsync()));
        Assert.Equal(1, await portal.InDatabaseAsync(
            db => db.Set<AuditEntry>().CountAsync(entry => entry.SubjectId == $"{order.Id}")));
        var reserved = await portal.InDatabaseAsync(
            db => db.Set<Reservation>().SingleAsync(item => item.OrderId == order.Id));
        Assert.Equal((null, order.ProducerId), (reserved.HoldUntil, reserved.ProducerId));
        Assert.Empty(portal.Log.Faults());
    }

    [Fact]
    public async Task A_hold_that_ran_out_while_nobody_wanted_the_time_does_not_matter()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        using var browser = await HostAsync(portal, Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        portal.Clock.Advance(Duration.FromHours(20));
        (await step.SubmitAsync(Typed)).At("confirmation");
    }

    [Fact]
    public async Task A_lost_hold_offers_alternatives_with_everything_kept_and_the_chosen_one_is_ordered()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        using var slow = await HostAsync(portal, Journeys.Host);
        using var fast = await HostAsync(portal, Sophia);
        var moment = new FreeMoment(new(2027, 1, 19, 12, 0));
        var step = await slow.ToEventInformationAsync(moment: moment);
        portal.Clock.Advance(JustTooLong);
        await fast.OrderAsync(moment: moment);

        var page = await step.SubmitAsync(Typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(portal.Words("en", "Ordering.Hold.Lost"), page.Text, StringComparison.Ordinal);
        Assert.Contains(portal.Words("en", "Times.Nobody.AllTaken"), page.Text, StringComparison.Ordinal);
        AssertKept(page);
        Assert.Equal(3, page.All("button[name=Alternative]").Count);
        var another = page.Get(".alternatives a[href^='/assist/order/']"); // J17
        Assert.Equal(step.Path.Replace("event-information", "availability"), another.GetAttribute("href"));
        Assert.DoesNotContain(portal.Words("en", "Times.Nobody.Or"), page.Text, StringComparison.Ordinal);

        var moved = (await page.SubmitAsync(button: ".choice-cards li:nth-child(2) button")).At("event-information");
        AssertKept(moved);
        var order = await portal.OrderAsync((await moved.SubmitAsync()).At("confirmation"));
        Assert.Equal(Instant.FromUtc(2027, 1, 19, 18, 45), order.Time.Start);
        Assert.Equal(("Kept 🎉 <topic>", "one\ntwo"), (order.Event.Topic, order.Event.Agenda));
    }

    [Fact]
    public async Task Another_producer_takes_over_when_the_held_one_was_lost()
    {
        using var portal = new PortalFactory();
        using var slow = await HostAsync(portal, Journeys.Host);
        using var fast = await HostAsync(portal, Sophia);
        var moment = FreeMoment.Next();
        var step = await slow.ToEventInformationAsync(moment: moment);
        portal.Clock.Advance(JustTooLong);
        var other = await portal.OrderAsync(await fast.OrderAsync(moment: moment));
        var order = await portal.OrderAsync((await step.SubmitAsync(Typed)).At("confirmation"));
        Assert.Equal(order.Time.Start, other.Time.Start);
        Assert.NotEqual(order.ProducerId, other.ProducerId);
    }

    [Fact]
    public async Task Each_later_step_renews_the_hold()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        using var browser = await HostAsync(portal, Journeys.Host);
        using var other = await HostAsync(portal, Sophia);
        var moment = FreeMoment.Next();
        var lookup = await browser.ToMeetingLookupAsync(moment: moment);
        portal.Clock.Advance(Duration.FromMinutes(29));
        var step = await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" });
        portal.Clock.Advance(Duration.FromMinutes(29));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await (await other.BeginAsync()).SubmitAsync(moment.Fields())).Status);
        (await step.SubmitAsync(Typed)).At("confirmation");
    }

    [Fact]
    public async Task A_date_that_came_too_near_meanwhile_is_refused_with_everything_kept()
    {
        using var portal = new PortalFactory();
        using var browser = await HostAsync(portal, Journeys.Host);
        var step = await browser.ToEventInformationAsync(moment: new FreeMoment(new(2026, 12, 16, 10, 0)));
        portal.Clock.Advance(Duration.FromDays(3));
        var page = await step.SubmitAsync(new(Typed, StringComparer.Ordinal) { ["SessionWish1"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(
            portal.Words("en", "Ordering.Refusal.OutsideBookingWindow"), page.Text, StringComparison.Ordinal);
        Assert.StartsWith(portal.Words("en", "Shared.Form.ErrorTitle|"), page.Title, StringComparison.Ordinal);
        Assert.Equal("Kept 🎉 <topic>", page.Value("Topic"));
        (await page.FollowAsync("main p a[href$=availability]")).At("availability");
    }

    [Fact]
    public async Task A_package_that_is_no_longer_offered_is_refused_with_everything_kept()
    {
        using var portal = new PortalFactory();
        using var browser = await HostAsync(portal, Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        await portal.InDatabaseAsync(
            db => db.EditAsync(db.Set<Assist.Packages.ServicePackage>(), package => package.SetActive(false)));
        var page = await step.SubmitAsync(Typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(portal.Words("en", "Ordering.Refusal.PackageNotOffered"), page.Text, StringComparison.Ordinal);
        AssertKept(page);
        Assert.True((int)(await browser.GetAsync($"/assist/order/{step.Draft()}/availability")).Status < 500);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/assist")).Status);
    }

    [Fact]
    public async Task The_order_goes_on_after_the_server_was_restarted_in_the_middle()
    {
        using var folder = new PortalFolder();
        CookieContainer cookies;
        PortalPage step;
        using (var before = PortalFactory.With(new PortalSetup { Folder = folder }))
        {
            using var browser = await HostAsync(before, Journeys.Host);
            step = await browser.ToEventInformationAsync();
            cookies = browser.Cookies;
        }

        using var after = PortalFactory.With(new PortalSetup { Folder = folder });
        using var again = new PortalClient(after, cookies);
        var (action, fields) = step.Prepare(Typed);
        var confirmation = (await again.PostAsync(action, fields)).At("confirmation");
        Assert.Equal("Kept 🎉 <topic>", (await after.OrderAsync(confirmation)).Event.Topic);
        Assert.Contains(
            confirmation.RequestNumber().ToString(),
            (await again.GetAsync("/resources")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_leaves_no_order_and_the_form_can_be_sent_again()
    {
        using var portal = new PortalFactory();
        using var browser = await HostAsync(portal, Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        var draft = step.Draft();
        await portal.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"CREATE TRIGGER fail BEFORE INSERT ON OutboxMails BEGIN SELECT RAISE(ABORT, 'no'); END"));
        var page = await step.SubmitAsync(Typed);
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.False(await portal.InDatabaseAsync(db => db.Set<Order>().AnyAsync(order => order.DraftId == draft)));
        Assert.True(await portal.InDatabaseAsync(db => db.Set<Reservation>().AnyAsync(item => item.DraftId == draft)));
        await portal.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER fail"));
        var order = await portal.OrderAsync((await page.SubmitAsync()).At("confirmation"));
        Assert.Equal(("Kept 🎉 <topic>", "one\ntwo"), (order.Event.Topic, order.Event.Agenda));
    }

    [Fact]
    public async Task An_order_that_cannot_be_saved_leaves_no_mail()
    {
        using var portal = new PortalFactory();
        using var browser = await HostAsync(portal, Journeys.Host);
        var step = await browser.ToEventInformationAsync();
        await portal.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"CREATE TRIGGER fail BEFORE INSERT ON Orders BEGIN SELECT RAISE(ABORT, 'no'); END"));
        var mails = await portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync());
        Assert.Equal(HttpStatusCode.InternalServerError, (await step.SubmitAsync(Typed)).Status);
        Assert.Equal(mails, await portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync()));
        var kept = (await browser.GetAsync(step.Path)).At("event-information");
        AssertKept(kept);
    }

    private static void AssertKept(PortalPage page) => Assert.Equal(
        ("Kept 🎉 <topic>", "one\ntwo", "kept too", "2027-01-05T14:00", "120"),
        (
            page.Value("Topic"),
            page.Value("Agenda")?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
            page.Value("OtherComments"),
            page.Value("SessionWish1"),
            page.Value("ExpectedAttendees")));

    private static async Task<PortalClient> HostAsync(PortalFactory portal, string email)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }
}
