using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>What becomes of the meeting on the site when its order gets another time.</summary>
public sealed class MeetingChangeTests
{
    private const string Session = "726402117";

    [Fact]
    public async Task Both_questions_have_to_be_answered()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var lookup = (await page.MoveAsync(browser, FreeMoment.Next())).At("meeting-lookup");
        var again = await lookup.SubmitAsync();
        Assert.Equal(portal.Words("en", "Managing.ScheduleUpdated.Missing"), again.Errors["ScheduleUpdated"]);
        again = await again.SubmitAsync(new() { ["ScheduleUpdated"] = "no" });
        Assert.Equal(portal.Words("en", "Managing.UpdateNow.Missing"), again.Errors["UpdateNow"]);
        var confirmation = (await again.SubmitAsync(new() { ["UpdateNow"] = "no" })).At("confirmation");
        Assert.Contains(portal.Words("en", "Managing.Meeting.Later"), confirmation.Text, StringComparison.Ordinal);
        var mail = (await portal.MailsAboutAsync($"{order.Id}")).Single(
            item => item.Row.Cause == OrderUpdatedMail.Cause);
        Assert.Contains("https://northwind.meetings.example/", mail.Read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://northwind.meetings.example/")]
    [InlineData("https://northwind.meetings.example/schedule", "https://northwind.meetings.example/schedule")]
    public async Task A_site_with_a_scheduling_page_has_it_opened(string? page, string address)
    {
        using var portal = new PortalFactory();
        await portal.InDatabaseAsync(
            db => db.EditAsync(db.Set<Site>(), site => site.RescheduleBy(ScheduleChange.OpensSchedulingPage, page)));
        var order = await portal.PlaceAsync(package: "mc-premium", session: Session);
        var confirmation = await MoveAsync(portal, order, FreeMoment.Next());
        var link = confirmation.Get("a[target=_blank]");
        Assert.Equal((address, "noopener noreferrer"), (link.GetAttribute("href"), link.GetAttribute("rel")));
        Assert.Equal(MeetingFollowUp.SchedulingPage, (await LastAsync(portal)).Meeting);
    }

    [Fact]
    public async Task A_site_that_changes_by_itself_has_its_meeting_moved_and_says_so_on_the_page_and_by_mail()
    {
        using var portal = new PortalFactory();
        await ChangesByItselfAsync(portal);
        var order = await portal.PlaceAsync(package: "mc-premium", session: Session);
        var next = FreeMoment.Next();
        var confirmation = await MoveAsync(portal, order, next);
        Assert.Contains(portal.Words("en", "Managing.Meeting.Changed"), confirmation.Text, StringComparison.Ordinal);
        var session = await portal.InDatabaseAsync(
            db => db.Set<MeetingSession>().SingleAsync(item => item.MeetingNumber == Session));
        Assert.Equal((next.Start, 60, "America/New_York"), (session.Start, session.DurationMinutes, session.TimeZone));
        var mail = (await portal.MailsAboutAsync($"{order.Id}")).Single(
            item => item.Row.Cause == MeetingChangedMail.Cause);
        Assert.Equal(
            portal.Words("en", $"Assist.Meeting.Changed.Subject|{order.RequestNumber}|{order.Event.Topic}"),
            mail.Read.Header("Subject"));
    }

    [Fact]
    public async Task Where_the_directory_fails_the_update_stands_and_page_and_mail_say_what_to_do_by_hand()
    {
        using var portal = With(_ => throw new DirectoryException(DirectoryFault.Unavailable, "tracking-1"));
        await ChangesByItselfAsync(portal);
        var order = await portal.PlaceAsync(package: "mc-premium", session: Session);
        var next = FreeMoment.Next();
        var confirmation = await MoveAsync(portal, order, next);
        Assert.Contains(portal.Words("en", "Managing.Meeting.Failed"), confirmation.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tracking-1", confirmation.Source, StringComparison.Ordinal);
        Assert.Equal("https://northwind.meetings.example/", confirmation.Get("a[target=_blank]").GetAttribute("href"));
        Assert.Equal(next.Start, (await portal.ReadAsync(order.RequestNumber)).Time.Start);
        var update = await LastAsync(portal);
        Assert.Equal(
            (MeetingFollowUp.Failed, DirectoryFault.Unavailable, "tracking-1"),
            (update.Meeting, update.MeetingFault, update.MeetingTrackingId));
        var mail = (await portal.MailsAboutAsync($"{order.Id}")).Single(
            item => item.Row.Cause == MeetingChangedMail.Cause);
        Assert.Contains(portal.Words("en", "Assist.Meeting.Failed.Heading"), mail.Read.Text, StringComparison.Ordinal);
        Assert.Contains("https://northwind.meetings.example/", mail.Read.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.Read.Header("In-Reply-To"));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    public async Task A_meeting_that_could_not_be_changed_needs_somebody_until_the_order_moves_again(string updateNow)
    {
        var isDown = true;
        using var portal = With(
            _ => isDown ? throw new DirectoryException(DirectoryFault.Unavailable, "tracking-1") : Task.CompletedTask);
        await ChangesByItselfAsync(portal);
        var order = await portal.PlaceAsync(package: "mc-premium", session: Session);
        await MoveAsync(portal, order, FreeMoment.Next());
        Assert.True(await NeedsSomebodyAsync());
        isDown = false;
        await MoveAsync(portal, order, FreeMoment.Next(), updateNow);
        Assert.False(await NeedsSomebodyAsync());
        string[] told = updateNow == "yes"
            ? ["order.meeting-not-changed", "order.meeting-changed"]
            : ["order.meeting-not-changed"];
        Assert.Equal(told, await portal.InDatabaseAsync(db => db.AuditEntries
            .Where(entry =>
                entry.SubjectId == $"{order.Id}" && entry.ActorId == null && entry.Action.StartsWith("order.meeting"))
            .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));

        Task<bool> NeedsSomebodyAsync() => portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .AnyAsync(item => item.OrderId == order.Id && item.Reason == AttentionReason.MeetingChange));
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_keeps_nobody_waiting_for_long()
    {
        var answer = new TaskCompletionSource();
        using var portal = With(_ => answer.Task, patience: "00:00:03");
        await ChangesByItselfAsync(portal);
        var order = await portal.PlaceAsync(package: "mc-premium", session: Session);
        var confirmation = await MoveAsync(portal, order, FreeMoment.Next());
        Assert.Contains(portal.Words("en", "Managing.Meeting.Pending"), confirmation.Text, StringComparison.Ordinal);

        // It comes after all: the customer hears by mail.
        answer.SetResult();
        while (await portal.InDatabaseAsync(
            db => db.Set<Mail.Queue.OutboxMail>().AllAsync(mail => mail.Cause != MeetingChangedMail.Cause)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(MeetingFollowUp.Changed, (await LastAsync(portal)).Meeting);
    }

    [Fact]
    public async Task An_order_that_was_typed_by_hand_names_no_meeting_that_could_be_changed()
    {
        using var portal = new PortalFactory();
        await ChangesByItselfAsync(portal);
        var order = await portal.PlaceAsync();
        var confirmation = await MoveAsync(portal, order, FreeMoment.Next());
        Assert.Equal(MeetingFollowUp.SchedulingPage, (await LastAsync(portal)).Meeting);
        Assert.NotNull(confirmation.Find("a[target=_blank]"));
    }

    [Fact]
    public async Task What_a_server_left_when_it_died_is_done_by_the_next_one_once()
    {
        var calls = 0;
        using var portal = With(_ => Task.FromResult(calls++));
        await ChangesByItselfAsync(portal);
        var order = await portal.PlaceAsync(package: "mc-premium", session: Session);
        await MoveAsync(portal, order, FreeMoment.Next());
        var update = await LastAsync(portal);
        var running = portal.Clock.GetCurrentInstant() + MeetingChanges.Lease;
        await portal.InDatabaseAsync(
            db => db.Set<OrderUpdate>().Where(item => item.Id == update.Id).ExecuteUpdateAsync(set => set
                .SetProperty(item => item.Meeting, MeetingFollowUp.Pending)
                .SetProperty(item => item.MeetingLeaseUntil, (Instant?)running)));
        await portal.InDatabaseAsync(db => db.Set<Mail.Queue.OutboxMail>()
            .Where(mail => mail.Cause == MeetingChangedMail.Cause)
            .ExecuteDeleteAsync());

        Assert.Equal(0, await RunDueAsync(portal));
        portal.Clock.Reset(running);
        Assert.Equal(1, await RunDueAsync(portal));
        Assert.Equal(0, await RunDueAsync(portal));
        Assert.Equal((MeetingFollowUp.Changed, 2), ((await LastAsync(portal)).Meeting, calls));
    }

    private static async Task<int> RunDueAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MeetingChanges>().RunDueAsync(default);
    }

    private static Task<OrderUpdate> LastAsync(PortalFactory portal) =>
        portal.InDatabaseAsync(db => db.Set<OrderUpdate>().AsNoTracking().SingleAsync());

    private static Task ChangesByItselfAsync(PortalFactory portal) => portal.InDatabaseAsync(db =>
        db.EditAsync(db.Set<Site>(), site => site.RescheduleBy(ScheduleChange.ChangesByItself, page: null)));

    private static async Task<PortalPage> MoveAsync(
        PortalFactory portal, Order order, FreeMoment next, string updateNow = "yes")
    {
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var lookup = (await page.MoveAsync(browser, next)).At("meeting-lookup");
        return (await lookup.SubmitAsync(
            new() { ["ScheduleUpdated"] = "no", ["UpdateNow"] = updateNow })).At("confirmation");
    }

    /// <summary>The portal's own directory, but for changes of schedule.</summary>
    private static PortalFactory With(
        Func<CancellationToken, Task> change, string patience = "00:01:00") => PortalFactory.With(new PortalSetup
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Directories:Patience"] = patience },
        Services = services => services.Replace(ServiceDescriptor.Scoped<IMeetingDirectory>(provider => new Directory(
            new PortalMeetingDirectory(provider.GetRequiredService<PortalDbContext>()), change))),
    });

    private sealed class Directory(IMeetingDirectory portal, Func<CancellationToken, Task> change) : IMeetingDirectory
    {
        public DirectoryKind Kind => portal.Kind;

        public Task<IReadOnlyList<DirectorySession>> FindAsync(
            Site site, SessionHost host, Interval starts, CancellationToken cancellationToken) =>
            portal.FindAsync(site, host, starts, cancellationToken);

        public Task RescheduleAsync(
            Site site, SessionReference session, EventTime time, CancellationToken cancellationToken) =>
            change(cancellationToken);
    }
}
