using System.Net;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Desk.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MailActTests : IAsyncLifetime
{
    private readonly MailFixture room = new();

    public Task InitializeAsync() => room.InitializeAsync();

    public Task DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task A_failed_mail_is_sent_again_with_a_trace()
    {
        var mail = await room.WriteAsync();
        await room.SendAsync(MailFailure.Address);
        var page = await (await room.OpenAsync(mail.Id)).SubmitFormAsync("#resend-form");
        Assert.Contains(
            room.Words("StaffMail.Notice.Resent"), page.Get("[role=status]").TextContent, StringComparison.Ordinal);
        var now = await room.ReadAsync(mail.Id);
        Assert.Equal(
            (OutboxMailState.Waiting, 0, null, mail.MessageId), (now.State, now.Attempts, now.Failure, now.MessageId));
        await room.SendAsync();
        Assert.Equal(OutboxMailState.Sent, (await room.ReadAsync(mail.Id)).State);

        var entry = await room.Portal.InDatabaseAsync(
            db => db.Set<AuditEntry>().SingleAsync(item => item.SubjectId == $"{mail.Id}"));
        Assert.Equal(("mail.resent", "OutboxMail"), (entry.Action, entry.Subject));
        Assert.NotNull(entry.ActorId);
        var change = Assert.Single(await room.Portal.AuditAsync<MailResent>(mail.Id)).Mail;
        Assert.Equal((OutboxMailState.Failed, OutboxMailState.Waiting), (change.Before!.State, change.After!.State));
    }

    [Fact]
    public async Task A_waiting_mail_is_kept_back_until_somebody_sends_it()
    {
        var mail = await room.WriteAsync();
        var held = await (await room.OpenAsync(mail.Id)).SubmitFormAsync("#hold-form");
        Assert.Contains(room.Words("StaffMail.Notice.Held"), held.Text, StringComparison.Ordinal);
        Assert.Null(held.Find("#hold-form"));
        await room.SendAsync();
        Assert.Equal(OutboxMailState.Held, (await room.ReadAsync(mail.Id)).State);
        await held.SubmitFormAsync("#resend-form");
        await room.SendAsync();
        Assert.Equal(OutboxMailState.Sent, (await room.ReadAsync(mail.Id)).State);
        var actions = await room.Portal.InDatabaseAsync(db => db.Set<AuditEntry>()
            .Where(entry => entry.SubjectId == $"{mail.Id}")
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync());
        Assert.Equal(["mail.held", "mail.resent"], actions);
    }

    [Fact]
    public async Task A_mail_for_the_digest_is_sent_by_itself_or_kept_back()
    {
        Instant? tomorrow = room.Portal.Clock.GetCurrentInstant() + Duration.FromDays(1);
        var (one, other) = (await room.WriteAsync(mail => mail with { CollectUntil = tomorrow }), await room.WriteAsync(
            mail => mail with { CollectUntil = tomorrow }));
        await (await room.OpenAsync(one.Id)).SubmitFormAsync("#resend-form");
        await (await room.OpenAsync(other.Id)).SubmitFormAsync("#hold-form");
        Assert.Equal(
            (OutboxMailState.Waiting, OutboxMailState.Held),
            ((await room.ReadAsync(one.Id)).State, (await room.ReadAsync(other.Id)).State));
    }

    [Fact]
    public async Task A_mail_that_was_sent_goes_out_again_only_after_a_question()
    {
        var mail = await room.WriteAsync();
        await room.SendAsync();
        var page = await room.OpenAsync(mail.Id);
        Assert.Empty(page.All("#resend-form, #hold-form"));
        var asked = await page.FollowAsync("a[href$='/resend']");
        Assert.Contains(
            room.Words("StaffMail.Resend.Text|hannah.brooks@customer.example"), asked.Text, StringComparison.Ordinal);
        Assert.Equal(OutboxMailState.Sent, (await room.ReadAsync(mail.Id)).State);
        await asked.SubmitAsync();
        var now = await room.ReadAsync(mail.Id);
        Assert.Equal(OutboxMailState.Waiting, now.State);
        Assert.NotEqual(mail.MessageId, now.MessageId);
        Assert.Equal($"/staff/mail/{mail.Id}", (await room.Browser.GetAsync($"/staff/mail/{mail.Id}/resend")).Path);
    }

    [Fact]
    public async Task Of_two_people_who_send_it_again_one_is_told()
    {
        var mail = await room.WriteAsync();
        await room.SendAsync();
        var (first, second) = (
            await room.Browser.GetAsync($"/staff/mail/{mail.Id}/resend"),
            await room.Browser.GetAsync($"/staff/mail/{mail.Id}/resend"));
        room.Portal.Clock.Advance(Duration.FromMinutes(1));
        await first.SubmitAsync();
        await room.SendAsync();
        await AssertRefusedAsync(await second.SubmitAsync(), mail.Id, "ChangedMeanwhile", entries: 1);
    }

    [Fact]
    public async Task A_mail_that_was_sent_while_the_page_was_read_is_not_sent_twice()
    {
        var mail = await room.WriteAsync();
        var page = await room.OpenAsync(mail.Id);
        await room.SendAsync();
        await AssertRefusedAsync(await page.SubmitFormAsync("#resend-form"), mail.Id, "ChangedMeanwhile");
        await AssertRefusedAsync(await page.SubmitFormAsync("#hold-form"), mail.Id, "ChangedMeanwhile");
    }

    [Fact]
    public async Task A_mail_on_its_way_is_left_alone()
    {
        var mail = await room.WriteAsync();
        var page = await room.OpenAsync(mail.Id);
        await room.LeaseAsync(mail.Id);
        foreach (var form in new[] { "#resend-form", "#hold-form" })
        {
            var told = await page.SubmitFormAsync(form);
            Assert.Empty(told.All("#resend-form, #hold-form, a[href$='/resend']"));
            await AssertRefusedAsync(told, mail.Id, "BeingSent");
        }

        Assert.Contains(
            room.Words("StaffMail.State.BeingSent"),
            (await room.Browser.GetAsync("/staff/mail")).Get("tbody").TextContent,
            StringComparison.Ordinal);
        room.Portal.Clock.Advance(Duration.FromMinutes(3));
        await page.SubmitFormAsync("#hold-form");
        Assert.Equal(OutboxMailState.Held, (await room.ReadAsync(mail.Id)).State);
    }

    [Theory]
    [InlineData("#resend-form")]
    [InlineData("#hold-form")]
    public async Task A_worker_that_is_faster_by_a_moment_wins(string form)
    {
        var mail = await room.WriteAsync();
        var page = await room.OpenAsync(mail.Id);
        room.Portal.Clock.Advance(Duration.FromMinutes(1));
        room.Race.LetInFirst(() => room.LeaseAsync(mail.Id));
        await AssertRefusedAsync(await page.SubmitFormAsync(form), mail.Id, "ChangedMeanwhile");
        Assert.NotNull((await room.ReadAsync(mail.Id)).LeaseOwner);
    }

    [Fact]
    public async Task What_can_not_be_done_is_refused_even_if_it_is_asked_for()
    {
        var mail = await room.WriteAsync();
        await room.SendAsync(MailFailure.Refused);
        var (_, fields) = (await room.OpenAsync(mail.Id)).Prepare(button: "#resend-form button");
        var told = await room.Browser.PostAsync($"/staff/mail/{mail.Id}/hold", fields);
        await AssertRefusedAsync(told, mail.Id, "ChangedMeanwhile");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await room.Browser.PostAsync($"/staff/mail/{Guid.NewGuid()}/resend", fields)).Status);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await room.Browser.PostAsync(
                $"/staff/mail/{mail.Id}/resend", fields.Where(field => field.Key != "Seen"))).Status);
    }

    private async Task AssertRefusedAsync(PortalPage told, Guid id, string reason, int entries = 0)
    {
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains(
            room.Words($"StaffMail.Act.{reason}"), told.Get("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", told.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(entries, await room.Portal.InDatabaseAsync(
            db => db.Set<AuditEntry>().CountAsync(entry => entry.SubjectId == $"{id}")));
    }
}
